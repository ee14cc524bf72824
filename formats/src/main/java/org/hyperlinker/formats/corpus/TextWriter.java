package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;

/**
 * Writes plain text, without any annotation: a folder with {@code ID.txt} for each document, or,
 * where the name ends in {@code .txt} or {@code .txt.gz}, one document into that file.
 */
public final class TextWriter implements DocumentWriter {

  @Override
  public Ledger write(Path file, Iterable<Document> documents) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    if (file.toString().matches(".*\\.txt(\\.gz)?")) {
      Iterator<Document> rest = documents.iterator();
      Document only = rest.hasNext() ? rest.next() : null;
      if (only == null || rest.hasNext()) {
        throw new IllegalArgumentException(
            file + " holds the text of exactly one document; name a folder for several");
      }
      String text = text(only, ledger);
      Compressed.write(file, writer -> writer.write(text));
    } else {
      DocumentFolder.write(
          file,
          documents,
          (document, folder, name) -> {
            String text = text(document, ledger);
            Compressed.write(folder.resolve(name + ".txt"), writer -> writer.write(text));
          });
    }
    return ledger.build();
  }

  private static String text(Document document, Ledger.Builder ledger) {
    document.mentions().forEach(mention -> ledger.skip("mention"));
    document.relations().forEach(relation -> ledger.skip("relation"));
    Omissions omissions = new Omissions(ledger);
    omissions.attributes(document, _ -> false);
    omissions.passages(document);
    ledger.read();
    String text = WholeText.of(document);
    if (text.startsWith("\uFEFF")) {
      omissions.leave("byte order mark in a text, which a reader drops");
    }
    return text;
  }
}
