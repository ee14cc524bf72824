package org.hyperlinker.evaluation.metrics;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What the ranks of the gold concepts say. Over no mentions every figure is NaN.
 *
 * @param mentions how many were measured
 * @param accuracy for each k the share, 0 to 1, whose gold concept is among the first k
 * @param mrr the mean of 1 / rank, not cut; 0 for a gold concept that is no candidate
 * @param cut where {@code mrrCut} stops
 * @param mrrCut the same mean with 0 for ranks beyond {@code cut}
 */
public record RankSummary(
    int mentions, SortedMap<Integer, Double> accuracy, double mrr, int cut, double mrrCut) {

  /** Copies the map. */
  public RankSummary {
    accuracy = Collections.unmodifiableSortedMap(new TreeMap<>(accuracy));
  }

  /**
   * Summarises ranks.
   *
   * @param ranks 1-based; empty where the gold concept is no candidate
   * @param cutoffs the k of Accuracy@k
   * @param mrrCut where the cut reciprocal rank stops
   * @throws IllegalArgumentException if a rank or cut-off is below 1
   */
  public static RankSummary of(List<OptionalInt> ranks, SortedSet<Integer> cutoffs, int mrrCut) {
    SortedMap<Integer, Double> accuracy = new TreeMap<>();
    cutoffs.forEach(k -> accuracy.put(k, accuracy(ranks, k)));
    return new RankSummary(
        ranks.size(),
        accuracy,
        meanReciprocalRank(ranks, Integer.MAX_VALUE),
        mrrCut,
        meanReciprocalRank(ranks, mrrCut));
  }

  private static double accuracy(List<OptionalInt> ranks, int k) {
    return ranks.stream().mapToInt(rank -> within(rank, k) ? 1 : 0).average().orElse(Double.NaN);
  }

  private static double meanReciprocalRank(List<OptionalInt> ranks, int cut) {
    return ranks.stream()
        .mapToDouble(rank -> within(rank, cut) ? 1.0 / rank.getAsInt() : 0)
        .average()
        .orElse(Double.NaN);
  }

  private static boolean within(OptionalInt rank, int cut) {
    if (cut < 1 || (rank.isPresent() && rank.getAsInt() < 1)) {
      throw new IllegalArgumentException(
          "ranks and cut-offs start at 1, found rank " + rank + " and cut-off " + cut);
    }
    return rank.isPresent() && rank.getAsInt() <= cut;
  }
}
