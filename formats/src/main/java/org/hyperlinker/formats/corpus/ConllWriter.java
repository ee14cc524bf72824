package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;

/**
 * Writes CoNLL columns {@code token<tab>tag<tab>concepts} with BIO tags, a document behind its
 * {@code # doc_id = ID}, a blank line after each line of the text, unless a mention crosses its
 * end, and after each passage. Further columns of a document that was read from CoNLL are written
 * back where its tokens are the same.
 *
 * <p>Tokens are stretches of letters and digits, or single other characters; they also end where a
 * mention does. BIO holds one mention a token and no gaps: of overlapping mentions the longest is
 * written, and the others, discontinuous ones and relations are counted as skipped. White space,
 * offsets, ids and attributes stay out. A mention without type is an {@code Entity}.
 */
public final class ConllWriter implements DocumentWriter {

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|[^\\p{IsWhite_Space}\\p{Cntrl}]");

  /** The words of a text whose blanks and line ends separate exactly the tokens. */
  static final Pattern SPACED = Pattern.compile("[^ \\n]+");

  @Override
  public Ledger write(Path file, Iterable<Document> documents) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Compressed.write(
        file,
        writer -> {
          for (Document document : documents) {
            write(writer, document, ledger);
            ledger.read();
          }
        });
    return ledger.build();
  }

  private static void write(Writer writer, Document document, Ledger.Builder ledger)
      throws IOException {
    if (document.id().lines().count() > 1) {
      throw new IllegalArgumentException(
          "document '" + document.id() + "' has a line end in its id, which CoNLL cannot hold");
    }
    writer.write(ConllReader.DOCUMENT_ID + document.id() + "\n");
    Omissions omissions = new Omissions(ledger);
    document.relations().forEach(_ -> omissions.leave("relation"));
    omissions.attributes(document, name -> name.startsWith(ConllReader.ATTRIBUTES));
    omissions.passages(document);
    StringBuilder asRead = new StringBuilder();
    ConllColumns columns = new ConllColumns(document.attributes());
    Pattern pattern = document.attributes().containsKey(ConllReader.SPACED) ? SPACED : TOKEN;
    for (Passage passage : document.passages()) {
      int line = 0;
      boolean first = true;
      for (ConllStretch stretch : ConllStretch.of(passage, pattern, omissions)) {
        stretch.mention().ifPresent(m -> countChanges(m, stretch.tokens(), omissions));
        for (ConllStretch.Token token : stretch.tokens()) {
          int before = token.start() - passage.offset();
          boolean begins = token == stretch.tokens().getFirst();
          boolean lineEnd = line > 0 && passage.text().substring(line, before).indexOf('\n') >= 0;
          // A sentence's end within a mention would cut it in two.
          if (lineEnd && (begins || stretch.mention().isEmpty())) {
            writer.write("\n");
            first = true;
          }
          asRead.append(asRead.isEmpty() ? "" : first ? "\n" : " ").append(token.text());
          first = false;
          boolean goesOn = pattern == SPACED && line == before && before > 0;
          line = token.end() - passage.offset();
          String tag = stretch.mention().map(m -> (begins ? "B-" : "I-") + type(m)).orElse("O");
          String concepts =
              stretch.mention().filter(_ -> begins).map(ConllWriter::concepts).orElse("-");
          writer.write(columns.row(token.text(), tag, concepts, goesOn));
        }
      }
      writer.write("\n");
    }
    if (document.passages().size() > 1 || !asRead.toString().equals(WholeText.of(document))) {
      omissions.leave("white space of a text");
    }
  }

  /** Counts what of a mention that is written is not. */
  private static void countChanges(
      Mention mention, List<ConllStretch.Token> tokens, Omissions omissions) {
    omissions.id("mention", mention.id(), "");
    omissions.attributes(mention, _ -> false);
    omissions.concepts(mention.concepts());
    omissions.type("mention", mention.type(), type(mention));
    omissions.wording(
        mention, tokens.stream().map(ConllStretch.Token::text).collect(Collectors.joining(" ")));
  }

  private static String type(Mention mention) {
    return mention.type().isEmpty() ? "Entity" : mention.type().replaceAll("\\s", "_");
  }

  private static String concepts(Mention mention) {
    return mention.concepts().isEmpty() ? "-" : ConceptField.format(mention.concepts());
  }
}
