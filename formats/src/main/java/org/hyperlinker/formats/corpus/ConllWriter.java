package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
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

  private record Token(int start, int end, String text) {}

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
      List<Mention> mentions = flat(passage, pattern, omissions);
      int line = 0;
      boolean first = true;
      List<Token> tokens = tokens(passage, mentions, pattern);
      Map<Integer, Mention> begins = begins(tokens, mentions);
      countChanges(mentions, tokens, omissions);
      for (Token token : tokens) {
        int before = token.start() - passage.offset();
        String tag = tag(token, mentions, begins);
        boolean lineEnd = line > 0 && passage.text().substring(line, before).indexOf('\n') >= 0;
        // A sentence's end within a mention would cut it in two.
        if (lineEnd && !tag.startsWith("I-")) {
          writer.write("\n");
          first = true;
        }
        asRead.append(asRead.isEmpty() ? "" : first ? "\n" : " ").append(token.text());
        first = false;
        boolean goesOn = pattern == SPACED && line == before && before > 0;
        line = token.end() - passage.offset();
        writer.write(columns.row(token.text(), tag, concepts(token, begins), goesOn));
      }
      writer.write("\n");
    }
    if (document.passages().size() > 1 || !asRead.toString().equals(WholeText.of(document))) {
      omissions.leave("white space of a text");
    }
  }

  /** Counts what of the mentions that are written is not. */
  private static void countChanges(
      List<Mention> mentions, List<Token> tokens, Omissions omissions) {
    for (Mention mention : mentions) {
      omissions.id("mention", mention.id(), "");
      omissions.attributes(mention, _ -> false);
      omissions.concepts(mention.concepts());
      omissions.type("mention", mention.type(), type(mention));
      String words =
          tokens.stream()
              .filter(token -> inside(token, mention))
              .map(Token::text)
              .collect(Collectors.joining(" "));
      omissions.wording(mention, words);
    }
  }

  private static boolean inside(Token token, Mention mention) {
    return mention.extent().start() <= token.start() && token.end() <= mention.extent().end();
  }

  private static String type(Mention mention) {
    return mention.type().isEmpty() ? "Entity" : mention.type().replaceAll("\\s", "_");
  }

  /** The mentions that BIO can hold, in text order. */
  private static List<Mention> flat(Passage passage, Pattern pattern, Omissions omissions) {
    List<Mention> kept = new ArrayList<>();
    List<Mention> longestFirst =
        passage.mentions().stream()
            .sorted(Comparator.comparingInt(m -> -m.extent().length()))
            .toList();
    for (Mention mention : longestFirst) {
      Span extent = mention.extent();
      if (mention.discontinuous()) {
        omissions.leave("discontinuous mention");
      } else if (kept.stream().anyMatch(other -> other.extent().overlaps(extent))) {
        omissions.leave("mention that overlaps a longer one");
      } else if (extent.start() < passage.offset() || extent.end() > passage.end()) {
        omissions.leave("mention across passages");
      } else if (!pattern.matcher(covered(extent, passage)).find()) {
        omissions.leave("mention of white space alone");
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

  private static String tag(Token token, List<Mention> mentions, Map<Integer, Mention> begins) {
    for (Mention mention : mentions) {
      if (inside(token, mention)) {
        return (begins.containsKey(token.start()) ? "B-" : "I-") + type(mention);
      }
    }
    return "O";
  }

  private static String concepts(Token token, Map<Integer, Mention> begins) {
    Mention mention = begins.get(token.start());
    return mention == null || mention.concepts().isEmpty()
        ? "-"
        : ConceptField.format(mention.concepts());
  }

  /** The mentions by the start of their first token; before it they may have white space. */
  private static Map<Integer, Mention> begins(List<Token> tokens, List<Mention> mentions) {
    Map<Integer, Mention> begins = new HashMap<>();
    for (Mention mention : mentions) {
      tokens.stream()
          .filter(token -> inside(token, mention))
          .findFirst()
          .ifPresent(token -> begins.put(token.start(), mention));
    }
    return begins;
  }

  private static String covered(Span extent, Passage passage) {
    Span local = passage.local(extent);
    return passage.text().substring(local.start(), local.end());
  }
}
