package org.hyperlinker.evaluation.protocol;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * The answer to a query.
 *
 * @param top best first, each concept once
 * @param ranks 1-based ranks over all candidates of those concepts asked for that are candidates
 */
public record RankedCandidates(List<Candidate> top, Map<ConceptId, Integer> ranks) {

  /** Copies the collections. */
  public RankedCandidates {
    top = List.copyOf(top);
    ranks = Map.copyOf(ranks);
  }

  /** The rank of a concept asked for; empty if it is no candidate. */
  public OptionalInt rank(ConceptId concept) {
    Integer rank = ranks.get(concept);
    return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
  }
}
