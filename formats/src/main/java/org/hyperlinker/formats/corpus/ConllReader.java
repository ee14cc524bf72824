package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.LineReader;

/**
 * Reads CoNLL columns, separated by tabs or, in files without tabs, by blanks: a token a line, a
 * blank line after each sentence. The first column is the token; the last that reads {@code O} or
 * {@code B-Type} in the first line of tokens is the tag (BIO, IOB1, BIOES and BILOU are
 * understood); the column after it, if there is one, has the concepts of the mention on its first
 * token, {@code -} for none.
 *
 * <p>A document begins with {@code # doc_id = ID} or {@code -DOCSTART-}, whose documents are named
 * by their number; a file with neither is one document named after the file. The text is the
 * tokens, joined by blanks, and a line end between sentences, as the format does not say how it
 * was. Further columns are kept in document attributes, a line for each word of a token (more than
 * one where it has blanks), and may be others in another document; comments are counted as skipped.
 */
public final class ConllReader implements DocumentReader {

  /** What the names of the document attributes of this format begin with. */
  static final String ATTRIBUTES = "conll:";

  /** Document attribute that says that white space separates exactly the tokens. */
  static final String SPACED = "conll:spaced";

  /** Document attribute with the 1-based number of the tag's column, where it is not 2. */
  static final String TAG_COLUMN = "conll:tag_column";

  /** Prefix of document attributes with further columns; the 1-based number follows. */
  static final String COLUMN = "conll:column_";

  /** What stands before the id of a document. */
  static final String DOCUMENT_ID = "# doc_id = ";

  static final Pattern TAG = Pattern.compile("O|[BIESLU](?:-\\S+)?");

  private static final String START = "-DOCSTART-";

  @Override
  public Ledger read(Path file, Consumer<Document> sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    ConllDocument document = null;
    int[] columns = {0, 0};
    long number = 0;
    try (LineReader lines = new LineReader(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        boolean named = line.startsWith(DOCUMENT_ID);
        if (named || line.startsWith(START)) {
          hand(document, ledger, sink);
          number++;
          String id = named ? line.substring(DOCUMENT_ID.length()) : Long.toString(number);
          document = new ConllDocument(id);
        } else if (line.startsWith("# ") && !isToken(line, columns)) {
          ledger.skip("comment");
        } else if (!line.isBlank()) {
          String[] cells = cells(line);
          boolean first = document == null || document.isEmpty();
          if (columns[0] == 0 || (first && cells.length != columns[0])) {
            columns = layout(lines, cells);
          }
          if (cells.length != columns[0]) {
            throw lines.fault(
                "another number of columns", columns[0] + " columns", cells.length + ": " + line);
          }
          document = document == null ? new ConllDocument(FileNames.id(file, "")) : document;
          document.add(lines, cells, columns[1]);
        } else if (document != null) {
          document.endSentence();
        }
      }
      hand(document, ledger, sink);
      if (ledger.count() == 0) {
        throw lines.fault("no document", "lines 'token<tab>tag'", "blank lines or nothing");
      }
    }
    return ledger.build();
  }

  /** Not stripped where tabs separate, as an empty first column would shift the others. */
  private static String[] cells(String line) {
    return line.indexOf('\t') >= 0 ? line.split("\t", -1) : line.strip().split(" +", -1);
  }

  /** Whether a line that looks like a comment has the others' columns and a tag in its place. */
  private static boolean isToken(String line, int[] columns) {
    if (line.indexOf('\t') >= 0) {
      return true;
    }
    String[] cells = cells(line);
    return cells.length == columns[0] && TAG.matcher(cells[columns[1]]).matches();
  }

  /** The number of columns and the index of the tag. */
  private static int[] layout(LineReader lines, String[] cells) throws IOException {
    for (int i = cells.length - 1; i > 0; i--) {
      if (TAG.matcher(cells[i]).matches()) {
        return new int[] {cells.length, i};
      }
    }
    throw lines.fault(
        "no column with a tag", "a tag such as O or B-Disease", String.join("<tab>", cells));
  }

  private static void hand(ConllDocument document, Ledger.Builder ledger, Consumer<Document> sink) {
    if (document != null) {
      sink.accept(document.document());
      ledger.read();
    }
  }
}
