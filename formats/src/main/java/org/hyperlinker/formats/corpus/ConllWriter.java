package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;

/**
 * Writes CoNLL columns {@code token<tab>tag<tab>concepts} with BIO tags, a document behind its
 * {@code # doc_id = ID}, a blank line after each line of the text and after each passage. Further
 * columns of a document that was read from CoNLL are written back where its tokens are the same.
 *
 * <p>Tokens are stretches of letters and digits, or single other characters; they also end where a
 * mention does. BIO holds one mention a token and no gaps: of overlapping mentions the longest is
 * written, and the others, discontinuous ones and relations are counted as skipped. White space,
 * offsets, ids and attributes stay out. A mention without type is an {@code Entity}.
 */
public final class ConllWriter implements DocumentWriter {

  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|\\S");
  private static final Pattern SPACED = Pattern.compile("\\S+");

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

  private record Token(int start, int end, String text) {}

  private static void write(Writer writer, Document document, Ledger.Builder ledger)
      throws IOException {
    if (document.id().lines().count() > 1) {
      throw new IllegalArgumentException(
          "document '" + document.id() + "' has a line end in its id, which CoNLL cannot hold");
    }
    writer.write(ConllReader.DOCUMENT_ID + document.id() + "\n");
    document.relations().forEach(_ -> ledger.skip("relation"));
    ConllColumns columns = new ConllColumns(document.attributes());
    Pattern pattern = document.attributes().containsKey(ConllReader.SPACED) ? SPACED : TOKEN;
    for (Passage passage : document.passages()) {
      List<Mention> mentions = flat(passage, ledger);
      int line = 0;
      for (Token token : tokens(passage, mentions, pattern)) {
        int before = token.start() - passage.offset();
        if (line > 0 && passage.text().substring(line, before).indexOf('\n') >= 0) {
          writer.write("\n");
        }
        line = token.end() - passage.offset();
        writer.write(columns.row(token.text(), tag(token, mentions), concepts(token, mentions)));
      }
      writer.write("\n");
    }
  }

  /** The mentions that BIO can hold, in text order. */
  private static List<Mention> flat(Passage passage, Ledger.Builder ledger) {
    List<Mention> kept = new ArrayList<>();
    List<Mention> longestFirst =
        passage.mentions().stream()
            .sorted(Comparator.comparingInt(m -> -m.extent().length()))
            .toList();
    for (Mention mention : longestFirst) {
      Span extent = mention.extent();
      if (mention.discontinuous()) {
        ledger.skip("discontinuous mention");
      } else if (kept.stream().anyMatch(other -> other.extent().overlaps(extent))) {
        ledger.skip("mention that overlaps a longer one");
      } else if (extent.start() < passage.offset() || extent.end() > passage.end()) {
        ledger.skip("mention across passages");
      } else {
        kept.add(mention);
      }
    }
    kept.sort(Comparator.comparing(Mention::extent));
    return kept;
  }

  private static List<Token> tokens(Passage passage, List<Mention> mentions, Pattern pattern) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, passage.text().length()));
    for (Mention mention : mentions) {
      Span local = passage.local(mention.extent());
      cuts.add(local.start());
      cuts.add(local.end());
    }
    List<Token> tokens = new ArrayList<>();
    int from = 0;
    for (int to : cuts) {
      Matcher matcher = pattern.matcher(passage.text()).region(from, to);
      while (matcher.find()) {
        int start = passage.offset() + matcher.start();
        tokens.add(new Token(start, passage.offset() + matcher.end(), matcher.group()));
      }
      from = to;
    }
    return tokens;
  }

  private static String tag(Token token, List<Mention> mentions) {
    for (Mention mention : mentions) {
      if (mention.extent().start() <= token.start() && token.end() <= mention.extent().end()) {
        String type = mention.type().isEmpty() ? "Entity" : mention.type().replaceAll("\\s", "_");
        return (begins(token, mention) ? "B-" : "I-") + type;
      }
    }
    return "O";
  }

  private static String concepts(Token token, List<Mention> mentions) {
    return mentions.stream()
        .filter(mention -> begins(token, mention) && !mention.concepts().isEmpty())
        .map(mention -> ConceptField.format(mention.concepts()))
        .findFirst()
        .orElse("-");
  }

  /** A mention may start with white space, which is in no token. */
  private static boolean begins(Token token, Mention mention) {
    int blanks = mention.text().length() - mention.text().stripLeading().length();
    return token.start() == mention.extent().start() + blanks;
  }
}
