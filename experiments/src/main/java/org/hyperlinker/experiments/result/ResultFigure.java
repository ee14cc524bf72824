package org.hyperlinker.experiments.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.hyperlinker.evaluation.protocol.Protocol;
import org.hyperlinker.evaluation.statistics.Interval;

/**
 * What one system reached.
 *
 * @param system with the label of its trial
 * @param x its place on the experiment's axis
 * @param seeds of the trainings that it is the mean of; empty for a model at hand
 * @param protocol which mentions and candidates
 * @param mentions whose concept is in the index
 * @param metrics by name, with 95 % intervals by bootstrap over documents; they say nothing of how
 *     other seeds would fare
 */
public record ResultFigure(
    String system,
    OptionalDouble x,
    List<Long> seeds,
    Protocol protocol,
    int mentions,
    SequencedMap<String, Interval> metrics) {

  /** Copies the collections. */
  public ResultFigure {
    seeds = List.copyOf(seeds);
    metrics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metrics));
  }
}
