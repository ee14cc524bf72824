package org.hyperlinker.evaluation.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * McNemar's exact test on the mentions that only one of two systems has right. It takes mentions
 * for independent, which those of one document are not; {@link RandomisationTest} does not.
 */
public final class McNemar {

  private McNemar() {}

  /** The two-sided p-value; 1 if no mention tells the systems apart. */
  public static double p(int onlyFirst, int onlySecond) {
    int told = onlyFirst + onlySecond;
    if (told == 0) {
      return 1;
    }
    BinomialDistribution even = new BinomialDistribution(null, told, 0.5);
    return Math.min(1, 2 * even.cumulativeProbability(Math.min(onlyFirst, onlySecond)));
  }
}
