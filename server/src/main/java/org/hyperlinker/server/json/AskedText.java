package org.hyperlinker.server.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.text.CodePoints;
import org.hyperlinker.server.problem.Problem;

/**
 * A text of a request.
 *
 * @param document one passage that holds it, with the mentions that were named
 * @param find whether its mentions are to be found, as none were named
 */
public record AskedText(Document document, boolean find) {

  /** The id of a text that came without one. */
  public static final String ID = "text";

  /** The most characters of a document, a long article's: it is linked while others wait. */
  public static final int LONGEST = 100_000;

  /** The most mentions of a document. */
  public static final int MENTIONS = 2_000;

  /** The most characters of a mention; a longer one is a sentence or more. */
  public static final int LONGEST_MENTION = 1_000;

  /** The text and mentions of an object with the fields {@code text} and {@code mentions}. */
  public static AskedText read(String id, JsonFields fields) {
    String text = fields.text("text");
    CodePoints points = new CodePoints(text);
    Optional<List<JsonFields>> named = fields.optionalObjects("mentions");
    // Before anything is made of them.
    requireFit(id, text.length(), named.map(List::size).orElse(0));
    List<Mention> mentions = new ArrayList<>();
    for (JsonFields mention : named.orElse(List.of())) {
      mentions.add(mention(text, points, mention));
      mention.finish();
    }
    return new AskedText(document(id, text, mentions), named.isEmpty());
  }

  /** How many characters its passages have. */
  public int length() {
    return document.passages().stream().mapToInt(passage -> passage.text().length()).sum();
  }

  /** How many mentions were named. */
  public int mentions() {
    return (int) document.mentions().count();
  }

  /**
   * The same text.
   *
   * @throws Problem if it has too many characters or mentions, or too long ones
   */
  public AskedText bounded() {
    requireFit(document.id(), length(), mentions());
    document.mentions().forEach(mention -> requireFit(mention.text().length()));
    return this;
  }

  private static void requireFit(String id, int characters, int mentions) {
    if (characters > LONGEST || mentions > MENTIONS) {
      throw new Problem(
          Problem.Kind.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "document '%s' has %d characters and %d mentions, of at most %d and %d; send it in"
                  + " parts",
              id,
              characters,
              mentions,
              LONGEST,
              MENTIONS));
    }
  }

  private static void requireFit(int characters) {
    if (characters > LONGEST_MENTION) {
      throw new Problem(
          Problem.Kind.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "a mention has %d characters, of at most %d",
              characters,
              LONGEST_MENTION));
    }
  }

  /** A document of one passage. */
  public static Document document(String id, String text, List<Mention> mentions) {
    return new Document(
        id, List.of(new Passage("", 0, text, mentions, Map.of())), List.of(), Map.of());
  }

  /** The mention of an object with {@code start}, {@code end} and perhaps {@code type}. */
  public static Mention mention(String text, CodePoints points, JsonFields fields) {
    int start = fields.integer("start", 0, points.length());
    int end = fields.integer("end", 0, points.length());
    if (end <= start) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          fields.at("end") + " is wrong: expected more than its start " + start + ", found " + end);
    }
    Span span = new Span(points.unit(start), points.unit(end));
    requireFit(span.length());
    return new Mention(
        "",
        List.of(span),
        text.substring(span.start(), span.end()),
        fields.optionalText("type").orElse(""),
        List.of(),
        Map.of());
  }
}
