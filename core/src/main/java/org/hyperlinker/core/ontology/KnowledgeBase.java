package org.hyperlinker.core.ontology;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All concepts of an ontology, in the order of their source. Immutable and safe for many threads.
 */
public final class KnowledgeBase {

  private final List<Concept> concepts;
  private final Map<ConceptId, Concept> byId;

  /**
   * A knowledge base of these concepts.
   *
   * @throws IllegalArgumentException if two concepts share an id: silently keeping one would drop
   *     names
   */
  public KnowledgeBase(Collection<Concept> concepts) {
    this.concepts = List.copyOf(concepts);
    Map<ConceptId, Concept> index = LinkedHashMap.newLinkedHashMap(this.concepts.size());
    for (Concept concept : this.concepts) {
      Concept earlier = index.put(concept.id(), concept);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "concept "
                + concept.id()
                + " occurs twice: as '"
                + earlier.preferredName()
                + "' and as '"
                + concept.preferredName()
                + "'");
      }
    }
    this.byId = index;
  }

  /** The concepts in source order. */
  public List<Concept> concepts() {
    return concepts;
  }

  /** The concept with this id, if it is here. */
  public Optional<Concept> find(ConceptId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether a concept with this id is here. */
  public boolean contains(ConceptId id) {
    return byId.containsKey(id);
  }

  /** How many concepts there are. */
  public int size() {
    return concepts.size();
  }

  /** How many names there are over all concepts, repeated texts of one concept counted once. */
  public long distinctNames() {
    return concepts.stream()
        .mapToLong(c -> c.names().stream().map(ConceptName::text).distinct().count())
        .sum();
  }
}
