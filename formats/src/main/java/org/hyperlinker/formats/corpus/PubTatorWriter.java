package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;

/**
 * Writes PubTator text. Documents are separated by a blank line and the file ends without a line
 * end, as BC5CDR is published; reading and writing those files gives them back byte by byte.
 *
 * <p>The format holds a title and an abstract of one line each: the first passage and, one place
 * behind it, the others, a blank between them; of one passage with a line end the first line
 * becomes the title. Mentions move with their passages. Line ends and tabs within them become
 * blanks. A discontinuous mention is written as its parts joined by {@code ...}, as a whole where
 * that could not be read again. There is no room for ids of mentions, for the attributes of other
 * formats and for relations without exactly two arguments: the ledger counts what stays out.
 */
public final class PubTatorWriter implements DocumentWriter {

  @Override
  public Ledger write(Path file, Iterable<Document> documents) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Compressed.write(
        file,
        writer -> {
          String separator = "";
          for (Document document : documents) {
            writer.write(separator);
            writer.write(new PubTatorLines(document, new Omissions(ledger)).all());
            ledger.read();
            separator = "\n\n";
          }
        });
    return ledger.build();
  }
}
