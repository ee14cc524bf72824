package org.hyperlinker.evaluation.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.hyperlinker.evaluation.metrics.RankSummary;
import org.hyperlinker.evaluation.statistics.Interval;

/**
 * A row of the table.
 *
 * @param group what divides the mentions: {@code mentions}, {@code type}, {@code concept}, {@code
 *     surface and concept}
 * @param value the part, such as {@code Disease} or {@code unseen}
 * @param summary the figures
 * @param intervals of each figure, by its name such as {@code Accuracy@1} or {@code MRR}
 */
public record Slice(
    String group, String value, RankSummary summary, SequencedMap<String, Interval> intervals) {

  /** Copies the intervals. */
  public Slice {
    intervals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(intervals));
  }
}
