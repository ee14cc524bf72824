package org.hyperlinker.benchmarks.figures;

import java.util.Arrays;

/**
 * How long single calls took.
 *
 * @param calls how many were timed
 * @param p50 milliseconds within which half of them ended
 * @param p95 milliseconds within which 95 of 100 ended
 * @param p99 milliseconds within which 99 of 100 ended
 */
public record Latency(int calls, double p50, double p95, double p99) {

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * Of these calls, in any order. A percentile is the smallest value that at least so many calls do
   * not exceed (nearest rank), so it is one that was measured.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Latency ofNanos(long... nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("a latency needs at least one call");
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latency(
        sorted.length, percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 99));
  }

  private static double percentile(long[] sorted, int percent) {
    int rank = Math.ceilDiv(sorted.length * percent, 100);
    return sorted[rank - 1] / NANOS_PER_MILLI;
  }
}
