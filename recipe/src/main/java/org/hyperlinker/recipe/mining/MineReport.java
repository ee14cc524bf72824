package org.hyperlinker.recipe.mining;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * What was mined.
 *
 * @param examples how many examples were written
 * @param queries how many different query texts they have; each was searched once
 * @param wrongFirst queries for which the model ranks a concept first that is not gold
 * @param negatives how many negatives each source gave, every source present
 * @param shortExamples examples that got fewer negatives than were asked for
 * @param search how the queries were searched
 */
public record MineReport(
    long examples,
    long queries,
    long wrongFirst,
    Map<NegativeSource, Long> negatives,
    long shortExamples,
    SearchStrategy search) {

  /** Completes and freezes the counts. */
  public MineReport {
    Map<NegativeSource, Long> complete = new EnumMap<>(NegativeSource.class);
    for (NegativeSource source : NegativeSource.values()) {
      complete.put(source, negatives.getOrDefault(source, 0L));
    }
    negatives = Collections.unmodifiableMap(complete);
  }
}
