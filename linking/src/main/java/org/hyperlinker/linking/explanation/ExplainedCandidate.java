package org.hyperlinker.linking.explanation;

import java.util.List;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.linking.hybrid.WeighedFeature;

/**
 * A candidate with what speaks for it.
 *
 * @param candidate with the score that put it in its place
 * @param modelScore what the model alone gives its best name; comparable only within one mention
 * @param features what a rule saw, in the order of {@code Feature}; their contributions sum to the
 *     candidate's score. Empty where no rule decides, as the score is the model's then
 */
public record ExplainedCandidate(
    Candidate candidate, float modelScore, List<WeighedFeature> features) {

  /** Copies the list. */
  public ExplainedCandidate {
    features = List.copyOf(features);
  }
}
