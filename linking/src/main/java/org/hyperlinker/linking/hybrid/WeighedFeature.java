package org.hyperlinker.linking.hybrid;

/**
 * A feature of a candidate with its weight in a rule.
 *
 * @param feature what speaks for the candidate
 * @param value how much of it there is; {@link Feature} has the units
 * @param weight what the rule makes of one unit
 */
public record WeighedFeature(Feature feature, double value, double weight) {

  /** What it adds to the candidate's score. */
  public double contribution() {
    return value * weight;
  }
}
