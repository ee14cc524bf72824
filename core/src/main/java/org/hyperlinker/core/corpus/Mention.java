package org.hyperlinker.core.corpus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * An annotated mention: where it stands and, where known, what it denotes.
 *
 * @param id the annotation's id within its document; empty where the format has none
 * @param spans document offsets in text order, at least one; several for a discontinuous mention
 * @param text the mention's surface as the corpus writes it
 * @param type the corpus's entity type, such as {@code Chemical} or {@code Disease}; may be empty
 * @param concepts the gold concepts in corpus order: none for {@code -1}, several for a composite
 *     mention
 * @param attributes whatever else the format says (BioC infons, further PubTator columns), in order
 */
public record Mention(
    String id,
    List<Span> spans,
    String text,
    String type,
    List<ConceptId> concepts,
    Map<String, String> attributes) {

  /** Copies the collections and requires a place. */
  public Mention {
    spans = List.copyOf(spans);
    concepts = List.copyOf(concepts);
    attributes = Attributes.copy(attributes);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("mention '" + text + "' has no span");
    }
  }

  /** A contiguous mention without gold concepts. */
  public static Mention at(Span span, String text) {
    return new Mention("", List.of(span), text, "", List.of(), Map.of());
  }

  /** From the first unit of the first span to the last unit of the last. */
  public Span extent() {
    return new Span(spans.getFirst().start(), spans.getLast().end());
  }

  /** Whether other text stands between the parts of this mention. */
  public boolean discontinuous() {
    return spans.size() > 1;
  }

  /** The gold concepts without those that stand for a part that has none. */
  public Set<ConceptId> denoted() {
    return concepts.stream().filter(concept -> !concept.none()).collect(Collectors.toSet());
  }

  /** Whether the mention denotes several concepts at once. */
  public boolean composite() {
    return concepts.size() > 1;
  }

  /** Whether the mention denotes exactly one concept. */
  public boolean single() {
    return concepts.size() == 1;
  }
}
