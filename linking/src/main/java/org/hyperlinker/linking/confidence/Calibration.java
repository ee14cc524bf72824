package org.hyperlinker.linking.confidence;

import java.util.List;
import java.util.OptionalDouble;
import org.hyperlinker.core.link.Candidate;

/**
 * Turns candidates into the probability that the first is right: a logistic regression over {@link
 * ConfidenceFeatures}, then, where knots are given, a rising line through them.
 *
 * @param conditions what the scores that it was learned from were made with; it holds for no others
 * @param candidates how many candidates the features look at, at least 1
 * @param temperature of the softmax in the features, above 0
 * @param intercept of the regression
 * @param weights one for each feature, in the order of {@link ConfidenceFeatures#NAMES}
 * @param knots ascending; empty where the regression is the answer
 * @param precision the share of right links that was wanted at the threshold, 0 to 1
 * @param threshold the probability from which links had it; empty if no threshold reached it
 */
public record Calibration(
    Conditions conditions,
    int candidates,
    double temperature,
    double intercept,
    List<Weight> weights,
    List<Knot> knots,
    double precision,
    OptionalDouble threshold) {

  /** The name of the file that is looked for in model and index directories. */
  public static final String FILE_NAME = "calibration.json";

  /**
   * A feature's part.
   *
   * @param feature its name
   * @param mean taken off it
   * @param scale it is then divided by, above 0
   * @param weight it is then multiplied by
   */
  public record Weight(String feature, double mean, double scale, double weight) {}

  /**
   * A point of the rising line.
   *
   * @param raw what the regression says
   * @param probability what it means
   */
  public record Knot(double raw, double probability) {}

  /** Copies the lists and rejects other features than those of this program. */
  public Calibration {
    weights = List.copyOf(weights);
    knots = List.copyOf(knots);
    List<String> found = weights.stream().map(Weight::feature).toList();
    if (!found.equals(ConfidenceFeatures.NAMES)) {
      throw new IllegalArgumentException(
          "a calibration needs the features " + ConfidenceFeatures.NAMES + ", found: " + found);
    }
    if (candidates < 1 || !(temperature > 0) || weights.stream().anyMatch(w -> !(w.scale() > 0))) {
      throw new IllegalArgumentException(
          "a calibration needs candidates of at least 1, temperature and scales above 0");
    }
  }

  /**
   * The probability that the first candidate is what the mention denotes; 0 without candidates.
   *
   * @param mention its words
   * @param found best first; those beyond {@link #candidates} are not looked at
   */
  public double probability(String mention, List<Candidate> found) {
    if (found.isEmpty()) {
      return 0;
    }
    List<Candidate> looked = found.subList(0, Math.min(candidates, found.size()));
    double[] features = ConfidenceFeatures.of(mention, looked, temperature);
    double sum = intercept;
    for (int i = 0; i < features.length; i++) {
      Weight weight = weights.get(i);
      sum += weight.weight() * (features[i] - weight.mean()) / weight.scale();
    }
    return line(1 / (1 + Math.exp(-sum)));
  }

  private double line(double raw) {
    if (knots.isEmpty()) {
      return raw;
    }
    if (raw <= knots.getFirst().raw()) {
      return knots.getFirst().probability();
    }
    for (int i = 1; i < knots.size(); i++) {
      Knot above = knots.get(i);
      if (raw <= above.raw()) {
        Knot below = knots.get(i - 1);
        double share = (raw - below.raw()) / (above.raw() - below.raw());
        return below.probability() + share * (above.probability() - below.probability());
      }
    }
    return knots.getLast().probability();
  }
}
