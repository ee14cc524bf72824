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
 * @param wins mentions that only the first has right at rank 1
 * @param losses mentions that only the second has right at rank 1
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
