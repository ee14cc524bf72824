package org.hyperlinker.linking;

import java.util.Map;
import java.util.OptionalInt;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * A link with the places of the mention's gold concepts, which do not influence it.
 *
 * @param documentId the document
 * @param link the answer
 * @param ranks the 1-based ranks of those gold concepts that have one, over all concepts and not
 *     cut at the link's candidates
 */
public record RankedMention(String documentId, Link link, Map<ConceptId, Integer> ranks) {

  /** Copies the map. */
  public RankedMention {
    ranks = Map.copyOf(ranks);
  }

  /** The rank of a gold concept; empty if it is no candidate. */
  public OptionalInt rank(ConceptId concept) {
    Integer rank = ranks.get(concept);
    return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
  }
}
