package org.hyperlinker.search;

import java.util.BitSet;
import java.util.Set;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.qnet.QueryRepresentation;

/**
 * A query that wants places.
 *
 * @param representation what scores
 * @param asked the concepts whose ranks and rows are wanted
 * @param leftOut rows that count as if they were not there; not copied
 */
public record RankQuery(QueryRepresentation representation, Set<ConceptId> asked, BitSet leftOut) {

  /** Leaves out nothing. */
  public static final BitSet NOTHING = new BitSet();

  /** Copies the concepts. */
  public RankQuery {
    asked = Set.copyOf(asked);
  }
}
