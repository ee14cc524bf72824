package org.hyperlinker.search.strategy;

import java.util.List;
import org.hyperlinker.search.ConceptHit;

/**
 * The answer to a query and what it cost.
 *
 * @param hits best first, each concept once
 * @param used the search that answered; never {@link SearchStrategy.WithinBudget}
 * @param rowsScored how many scores it took
 */
public record FoundConcepts(List<ConceptHit> hits, SearchStrategy used, int rowsScored) {

  /** Copies the hits. */
  public FoundConcepts {
    hits = List.copyOf(hits);
  }
}
