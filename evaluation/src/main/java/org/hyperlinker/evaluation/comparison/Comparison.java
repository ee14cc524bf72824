package org.hyperlinker.evaluation.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.hyperlinker.evaluation.statistics.Interval;

/**
 * Systems beside each other.
 *
 * @param settings how they were compared
 * @param mentions how many mentions all of them answered and at least one could link
 * @param documents in how many documents these stand
 * @param figures for each system, by its name, the intervals of its figures
 * @param pairs every two systems, the earlier named one first
 */
public record Comparison(
    ComparisonSettings settings,
    int mentions,
    int documents,
    SequencedMap<String, SequencedMap<String, Interval>> figures,
    List<SystemPair> pairs) {

  /** Copies the collections. */
  public Comparison {
    figures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
    pairs = List.copyOf(pairs);
  }
}
