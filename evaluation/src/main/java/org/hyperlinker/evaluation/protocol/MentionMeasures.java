package org.hyperlinker.evaluation.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.hyperlinker.evaluation.metrics.RankMeasure;
import org.hyperlinker.evaluation.statistics.ClusteredMeasures;

/** What ranks are worth, by document. */
public final class MentionMeasures {

  private MentionMeasures() {}

  /**
   * The measures of mentions.
   *
   * @param results the mentions
   * @param ranks of each mention; empty where the gold concept is no candidate
   */
  public static ClusteredMeasures of(
      List<MentionResult> results, List<OptionalInt> ranks, List<RankMeasure> measures) {
    SequencedMap<String, double[]> values = new LinkedHashMap<>();
    for (RankMeasure measure : measures) {
      values.put(measure.officialName(), ranks.stream().mapToDouble(measure::of).toArray());
    }
    return ClusteredMeasures.of(results.stream().map(MentionResult::documentId).toList(), values);
  }
}
