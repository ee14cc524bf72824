package org.hyperlinker.preparation.example;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a split. Every mention is either kept or skipped for one reason: {@code mentions =
 * kept + sum(skipped)}.
 *
 * @param documents documents read
 * @param mentions mentions read
 * @param singleConcept contiguous mentions of exactly one concept, in the ontology or not
 * @param uniqueTriples how many different (surface, concept, passage text) the single-concept
 *     mentions make, in the ontology or not
 * @param skipped mentions left out, every reason present
 * @param kept mentions that gave examples
 * @param examples examples written; more than {@code kept} where every name gives one
 */
public record SplitCounts(
    long documents,
    long mentions,
    long singleConcept,
    long uniqueTriples,
    SortedMap<SkipReason, Long> skipped,
    long kept,
    long examples) {

  /** Completes and freezes the reasons and checks the balance. */
  public SplitCounts {
    Map<SkipReason, Long> complete = new EnumMap<>(SkipReason.class);
    for (SkipReason reason : SkipReason.values()) {
      complete.put(reason, skipped.getOrDefault(reason, 0L));
    }
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(complete));
    long left = skipped.values().stream().mapToLong(Long::longValue).sum();
    if (mentions != kept + left) {
      throw new IllegalArgumentException(
          "%d mentions are not %d kept and %d skipped".formatted(mentions, kept, left));
    }
  }
}
