package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.LineReader;

/**
 * Reads PubTator text as BC5CDR is published in it: {@code id|t|title}, {@code id|a|abstract}, then
 * annotations {@code id start end text type concepts [individual mentions]} and relations {@code id
 * type argument argument}, separated by tabs; a blank line or the next title ends the document.
 *
 * <p>A document becomes two passages, {@code title} at 0 and {@code abstract} one place after the
 * title. Offsets count code points in the file and UTF-16 units in the records. A text that is not
 * what stands at its offsets is a fault; the one liberty is {@code ...} for words left out of a
 * discontinuous mention, whose parts become its spans. The seventh column is the attribute {@value
 * #INDIVIDUAL_MENTIONS}, later ones {@code column_8} and so on; a concept column that is not in the
 * canonical form {@code D1|D2} is kept as it stands in {@value #CONCEPT_IDS}. A mention belongs to
 * the passage in which it starts.
 */
public final class PubTatorReader implements DocumentReader {

  /** Attribute of a composite mention: the seventh column, its parts spelt out. */
  public static final String INDIVIDUAL_MENTIONS = "individual_mentions";

  /** Attribute with the concept column as the file has it, where it is not canonical. */
  public static final String CONCEPT_IDS = "concept_ids";

  /** Prefix of attributes that hold columns without a name; the 1-based number follows. */
  static final String COLUMN = "column_";

  @Override
  public Ledger read(Path file, Consumer<Document> sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    try (LineReader lines = new LineReader(file)) {
      PubTatorBlock block = null;
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank() || PubTatorBlock.startsDocument(line)) {
          hand(block, ledger, sink);
          block = line.isBlank() ? null : new PubTatorBlock(lines, line);
        } else if (block == null) {
          throw lines.fault(
              "line outside a document", "a title line 'id|t|title'", "'" + line + "'");
        } else {
          block.add(line);
        }
      }
      hand(block, ledger, sink);
    }
    if (ledger.count() == 0) {
      throw new FormatException(
          file, 0, "no document", "a title line 'id|t|title'", "blank lines or nothing");
    }
    return ledger.build();
  }

  private static void hand(PubTatorBlock block, Ledger.Builder ledger, Consumer<Document> sink)
      throws FormatException {
    if (block != null) {
      sink.accept(block.document());
      ledger.read();
    }
  }
}
