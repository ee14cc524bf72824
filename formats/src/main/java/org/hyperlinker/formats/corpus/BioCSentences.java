package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.json.JsonObject;
import org.hyperlinker.formats.json.JsonText;

/**
 * The sentences of a BioC passage. The records know no sentences; they are kept as JSON in the
 * passage's attribute {@value #SENTENCES}, and mentions and relations name theirs by its number, so
 * that they survive every format that keeps attributes and are written again as sentences.
 *
 * @param beside whether the passage has a text of its own beside that of its sentences
 * @param sentences in file order
 */
record BioCSentences(boolean beside, List<Sentence> sentences) {

  /** Attribute of a passage. */
  static final String SENTENCES = "bioc:sentences";

  /** Attribute of a mention or relation: the number of its sentence in its passage, from 0. */
  static final String SENTENCE = "bioc:sentence";

  /** Attribute of a relation: the number of its passage in its document, from 0. */
  static final String PASSAGE = "bioc:passage";

  /** Copies the sentences. */
  BioCSentences {
    sentences = List.copyOf(sentences);
  }

  /**
   * A sentence.
   *
   * @param offset where it starts, in code points from the start of its passage
   * @param text what stands in the sentence; null if it has no text of its own
   * @param attributes its infons and unknown fields
   */
  record Sentence(int offset, String text, Map<String, String> attributes) {}

  /** The sentences that this passage was read with, unless its text is another by now. */
  static Optional<BioCSentences> of(Passage passage) {
    String kept = passage.attributes().get(SENTENCES);
    return kept == null
        ? Optional.empty()
        : read(kept).filter(read -> read.beside() || passage.text().equals(read.joined()));
  }

  /** The number that these attributes name, if it is one of {@code count}; otherwise -1. */
  static int number(Map<String, String> attributes, String name, int count) {
    String written = attributes.getOrDefault(name, "");
    int number = written.matches("\\d{1,9}") ? Integer.parseInt(written) : -1;
    return number < count ? number : -1;
  }

  /** The attributes without these. */
  static Map<String, String> without(Map<String, String> attributes, String... names) {
    Map<String, String> others = new LinkedHashMap<>(attributes);
    others.keySet().removeAll(List.of(names));
    return others;
  }

  /** The text of a passage that has no other: the sentences in their places, blanks between. */
  String joined() {
    StringBuilder text = new StringBuilder();
    for (Sentence sentence : sentences) {
      int end = text.codePointCount(0, text.length());
      text.repeat(' ', Math.max(0, sentence.offset() - end)).append(shown(sentence));
    }
    return text.toString();
  }

  private static Optional<BioCSentences> read(String kept) {
    Optional<JsonObject> json = JsonText.object(kept);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<Sentence> sentences = new ArrayList<>();
      for (JsonObject one : json.get().objects("sentences")) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (one.holds("attributes")) {
          JsonObject given = one.object("attributes");
          for (String key : given.orderedKeys()) {
            attributes.put(key, given.text(key));
          }
        }
        sentences.add(new Sentence(one.integer("offset"), one.text("text", null), attributes));
      }
      return Optional.of(new BioCSentences(json.get().flag("beside"), sentences));
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  /** As the value of the attribute. */
  String json() {
    List<Object> list = new ArrayList<>();
    for (Sentence sentence : sentences) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("offset", sentence.offset());
      if (sentence.text() != null) {
        fields.put("text", sentence.text());
      }
      if (!sentence.attributes().isEmpty()) {
        fields.put("attributes", sentence.attributes());
      }
      list.add(fields);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("beside", beside);
    fields.put("sentences", list);
    return JsonText.of(fields);
  }

  private static String shown(Sentence sentence) {
    return sentence.text() == null ? "" : sentence.text();
  }
}
