package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;

/**
 * Writes BRAT standoff: a folder with {@code ID.txt} and {@code ID.ann} for each document.
 *
 * <p>The text has the passages where their offsets say, so offsets stay, in code points. Mentions
 * keep ids of the form {@code T1}; others are numbered anew, and relations follow. A concept
 * becomes an {@code N} line, of MeSH if its id looks so. BRAT has no room for passages, for
 * attributes of other formats and for relations between concepts: the ledger counts what stays out.
 * A mention without type is an {@code Entity}.
 */
public final class BratWriter implements DocumentWriter {

  @Override
  public Ledger write(Path folder, Iterable<Document> documents) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(folder.toString());
    DocumentFolder.write(
        folder,
        documents,
        (document, partial, name) -> {
          String text = WholeText.of(document);
          String lines = new BratLines(document, text, new Omissions(ledger)).all();
          Compressed.write(partial.resolve(name + ".txt"), writer -> writer.write(text));
          Compressed.write(partial.resolve(name + ".ann"), writer -> writer.write(lines));
          ledger.read();
        });
    return ledger.build();
  }
}
