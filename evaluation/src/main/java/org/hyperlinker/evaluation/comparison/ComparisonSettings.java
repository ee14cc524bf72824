package org.hyperlinker.evaluation.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hyperlinker.evaluation.metrics.RankMeasure;
import org.hyperlinker.evaluation.statistics.ClusterBootstrap;
import org.hyperlinker.evaluation.statistics.RandomisationTest;

/**
 * What is compared and how.
 *
 * @param cutoffs the k of Accuracy@k, each at least 1; MRR is always there
 * @param bootstrap for the intervals
 * @param test for the differences
 */
public record ComparisonSettings(
    SortedSet<Integer> cutoffs, ClusterBootstrap bootstrap, RandomisationTest test) {

  /** Accuracy@1, Accuracy@5 and MRR, 10,000 resamples and exchanges. */
  public static final ComparisonSettings DEFAULTS =
      new ComparisonSettings(
          new TreeSet<>(List.of(1, 5)), ClusterBootstrap.DEFAULTS, RandomisationTest.DEFAULTS);

  /** Copies the cut-offs. */
  public ComparisonSettings {
    cutoffs = Collections.unmodifiableSortedSet(new TreeSet<>(cutoffs));
  }

  List<RankMeasure> measures() {
    List<RankMeasure> measures = new ArrayList<>();
    cutoffs.forEach(k -> measures.add(new RankMeasure.Within(k)));
    measures.add(new RankMeasure.Reciprocal());
    return measures;
  }
}
