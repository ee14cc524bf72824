package org.hyperlinker.evaluation.statistics;

/**
 * A figure with its 95 % confidence interval.
 *
 * @param estimate the figure over all mentions; NaN over none
 * @param low the lower end, NaN where there are fewer than two documents
 * @param high the upper end, likewise
 */
public record Interval(double estimate, double low, double high) {

  /** The share of intervals that should hold the true figure. */
  public static final double LEVEL = 0.95;

  /** Whether there are ends. */
  public boolean bounded() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
