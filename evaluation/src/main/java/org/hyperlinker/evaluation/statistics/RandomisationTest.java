package org.hyperlinker.evaluation.statistics;

import java.util.SplittableRandom;

/**
 * The paired test by approximate randomisation: if two systems were alike, their results on a
 * document could change hands. The answer is how often random exchanges of whole documents bring at
 * least the difference that was found, in either direction.
 *
 * @param exchanges how many random exchanges, at least 100
 * @param seed of the exchanges
 */
public record RandomisationTest(int exchanges, long seed) {

  /** 10,000 exchanges: the smallest p is 1/10,001. */
  public static final RandomisationTest DEFAULTS = new RandomisationTest(10_000, 1);

  private static final int FEWEST = 100;

  /** Sums of many values are compared with this much room. */
  private static final double ROUNDING = 1e-9;

  /** Rejects too few exchanges for a p-value. */
  public RandomisationTest {
    if (exchanges < FEWEST) {
      throw new IllegalArgumentException(
          "a randomisation test needs at least " + FEWEST + " exchanges, found: " + exchanges);
    }
  }

  /**
   * The two-sided p-value, above 0 and at most 1.
   *
   * @param differences of the two systems, a measure with a value for each mention
   */
  public double p(ClusteredMeasures differences, int measure) {
    SplittableRandom random = new SplittableRandom(seed);
    double found = 0;
    for (int document = 0; document < differences.documents(); document++) {
      found += differences.sum(measure, document);
    }
    int asFar = 0;
    for (int exchange = 0; exchange < exchanges; exchange++) {
      double sum = 0;
      long signs = 0;
      for (int document = 0; document < differences.documents(); document++) {
        if (document % Long.SIZE == 0) {
          signs = random.nextLong();
        }
        double difference = differences.sum(measure, document);
        sum += (signs >>> (document % Long.SIZE) & 1) == 0 ? difference : -difference;
      }
      if (Math.abs(sum) >= Math.abs(found) - ROUNDING) {
        asFar++;
      }
    }
    return (asFar + 1.0) / (exchanges + 1.0);
  }
}
