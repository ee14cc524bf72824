package org.hyperlinker.search;

import java.util.Optional;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;

/**
 * A query with what its search may need besides the scorer.
 *
 * @param representation what decides the scores
 * @param text the mention, for candidates by their names; empty where unknown
 * @param vector what nearest candidates are found by, if the model has it
 */
public record SearchQuery(
    QueryRepresentation representation, String text, Optional<QueryVector> vector) {

  /** A query of a model; a bi-encoder's vector serves for both stages. */
  public static SearchQuery of(QueryRepresentation representation, String text) {
    return new SearchQuery(
        representation,
        text,
        switch (representation) {
          case QueryVector own -> Optional.of(own);
          case QNet _ -> Optional.empty();
        });
  }
}
