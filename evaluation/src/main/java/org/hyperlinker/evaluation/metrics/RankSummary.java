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
    cutoffs.forEach(k -> accuracy.put(k, mean(ranks, new RankMeasure.Within(k))));
    return new RankSummary(
        ranks.size(),
        accuracy,
        mean(ranks, new RankMeasure.Reciprocal()),
        mrrCut,
        mean(ranks, new RankMeasure.Reciprocal(mrrCut)));
  }

  private static double mean(List<OptionalInt> ranks, RankMeasure measure) {
    return ranks.stream().mapToDouble(measure::of).average().orElse(Double.NaN);
  }
}
