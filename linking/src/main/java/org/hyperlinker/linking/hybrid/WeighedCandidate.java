package org.hyperlinker.linking.hybrid;

import java.util.List;
import org.hyperlinker.search.ConceptHit;

/**
 * A candidate as a rule sees it.
 *
 * @param hit its best row and the model's score
 * @param score the rule's score, the sum of the features' contributions
 * @param features all that have a weight, in the order of {@link Feature}
 */
public record WeighedCandidate(ConceptHit hit, double score, List<WeighedFeature> features) {

  /** Copies the list. */
  public WeighedCandidate {
    features = List.copyOf(features);
  }
}
