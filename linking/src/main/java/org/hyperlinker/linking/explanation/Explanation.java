package org.hyperlinker.linking.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.linking.hybrid.Feature;
import org.hyperlinker.linking.hybrid.WeighedFeature;

/**
 * Why a mention was linked as it was. Immutable.
 *
 * @param mention the mention
 * @param query what the model read of it
 * @param candidates the two best, best first; fewer if fewer were found
 * @param withoutContext the best candidates, at most {@link #ALONE}, of the mention's words as a
 *     text of their own: what is another here, the rest of the text decided
 */
public record Explanation(
    Mention mention,
    QueryRead query,
    List<ExplainedCandidate> candidates,
    List<Candidate> withoutContext) {

  /** How many candidates are compared. */
  public static final int COMPARED = 2;

  /** How many candidates of the mention alone are given at most. */
  public static final int ALONE = 5;

  /** Copies the lists. */
  public Explanation {
    candidates = List.copyOf(candidates);
    withoutContext = List.copyOf(withoutContext);
  }

  /**
   * What separates the first from the second.
   *
   * @param feature what speaks for one of them
   * @param contribution the first's contribution by it less the second's; negative where it speaks
   *     for the second
   */
  public record Separation(Feature feature, double contribution) {}

  /**
   * What separates the first from the second, largest first. The contributions sum to the
   * difference of their scores. Empty where no rule decides, or there is no second.
   */
  public List<Separation> difference() {
    if (candidates.size() < COMPARED) {
      return List.of();
    }
    Map<Feature, Double> sums = new TreeMap<>();
    for (WeighedFeature feature : candidates.get(0).features()) {
      sums.merge(feature.feature(), feature.contribution(), Double::sum);
    }
    for (WeighedFeature feature : candidates.get(1).features()) {
      sums.merge(feature.feature(), -feature.contribution(), Double::sum);
    }
    List<Separation> separations = new ArrayList<>();
    sums.forEach(
        (feature, contribution) -> {
          if (contribution != 0) {
            separations.add(new Separation(feature, contribution));
          }
        });
    separations.sort(Comparator.comparingDouble(Separation::contribution).reversed());
    return List.copyOf(separations);
  }
}
