package org.hyperlinker.benchmarks.figures;

import java.util.Arrays;

/**
 * A figure measured several times on a machine that others may use too.
 *
 * @param median the middle value, or the mean of the two middle ones
 * @param low the smallest
 * @param high the largest
 */
public record Spread(double median, double low, double high) {

  /**
   * Of these values, in any order.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a spread needs at least one value");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}
