package org.hyperlinker.core.corpus;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A document of a corpus.
 *
 * @param id unique within its corpus, such as a PubMed id
 * @param passages in text order
 * @param relations annotated relations; may be empty
 * @param attributes whatever else the format says, in order
 */
public record Document(
    String id, List<Passage> passages, List<Relation> relations, Map<String, String> attributes) {

  /** Copies the collections. */
  public Document {
    passages = List.copyOf(passages);
    relations = List.copyOf(relations);
    attributes = Attributes.copy(attributes);
  }

  /** A text that is no part of a corpus: one passage, called {@code text}. */
  public static Document ofText(String text, List<Mention> mentions) {
    Passage passage = new Passage("", 0, text, mentions, Map.of());
    return new Document("text", List.of(passage), List.of(), Map.of());
  }

  /** Where its last passage ends, exclusive. */
  public int end() {
    return passages.stream().mapToInt(Passage::end).max().orElse(0);
  }

  /** All mentions, passage by passage. */
  public Stream<Mention> mentions() {
    return passages.stream().flatMap(p -> p.mentions().stream());
  }
}
