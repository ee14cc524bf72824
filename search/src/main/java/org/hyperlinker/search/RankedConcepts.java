package org.hyperlinker.search;

import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * The answer to a query with the places of concepts asked for.
 *
 * @param hits best first, each concept once
 * @param ranks the 1-based ranks, over all concepts and not cut at {@code hits}, of those asked for
 *     that have a row
 * @param asked the best rows of those
 */
public record RankedConcepts(
    List<ConceptHit> hits, Map<ConceptId, Integer> ranks, Map<ConceptId, ConceptHit> asked) {

  /** Copies the collections. */
  public RankedConcepts {
    hits = List.copyOf(hits);
    ranks = Map.copyOf(ranks);
    asked = Map.copyOf(asked);
  }
}
