package org.hyperlinker.training.loss;

import java.util.List;
import java.util.Optional;

/**
 * What the data says of a batch's items.
 *
 * @param conceptIds the concept of each item, in item order; empty to treat all other items as
 *     negatives, as the official code does
 * @param teacherScores row-major {@code (queries, own)}, where the data has them
 */
public record LossTargets(List<String> conceptIds, Optional<float[]> teacherScores) {

  /** No knowledge: every item but the positive is a negative. */
  public static final LossTargets NONE = new LossTargets(List.of(), Optional.empty());

  /** Copies the ids. */
  public LossTargets {
    conceptIds = List.copyOf(conceptIds);
  }
}
