package org.hyperlinker.search;

import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * The answer to a query with the places of concepts asked for.
 *
 * @param hits best first, each concept once
 * @param ranks the 1-based ranks of those asked for that have one
 * @param asked the best rows of those asked for that have a row
 * @param complete whether every concept was ranked and {@code ranks} are not cut at {@code hits};
 *     otherwise only what was found has a rank
 */
public record RankedConcepts(
    List<ConceptHit> hits,
    Map<ConceptId, Integer> ranks,
    Map<ConceptId, ConceptHit> asked,
    boolean complete) {

  /** Copies the collections. */
  public RankedConcepts {
    hits = List.copyOf(hits);
    ranks = Map.copyOf(ranks);
    asked = Map.copyOf(asked);
  }
}
