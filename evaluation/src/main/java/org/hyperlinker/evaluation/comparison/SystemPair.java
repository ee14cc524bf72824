package org.hyperlinker.evaluation.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Two systems on the same mentions.
 *
 * @param first the name of the one
 * @param second the name of the other
 * @param differences by figure
 * @param wins mentions that the first has right at rank 1 and the second not; of systems with
 *     several runs, those that it has right in a larger share of them
 * @param losses the same the other way round
 * @param mcNemar p of McNemar's exact test on wins and losses, which takes mentions for independent
 * @param mcNemarCorrected the same after Holm's correction for the number of pairs
 */
public record SystemPair(
    String first,
    String second,
    SequencedMap<String, Difference> differences,
    int wins,
    int losses,
    double mcNemar,
    double mcNemarCorrected) {

  /** Copies the differences. */
  public SystemPair {
    differences = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(differences));
  }
}
