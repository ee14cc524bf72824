package org.hyperlinker.recipe.scoring;

import java.util.List;

/**
 * What was scored.
 *
 * @param examples how many examples were written
 * @param queries how many different query texts they have
 * @param items how many different item texts
 * @param teachers each teacher, in order
 * @param agreement the share of examples whose first item has the highest score of all, by the
 *     scores that were written
 */
public record ScoreReport(
    long examples, long queries, long items, List<TeacherFigures> teachers, double agreement) {

  /** Copies the list. */
  public ScoreReport {
    teachers = List.copyOf(teachers);
  }

  /**
   * A teacher's figures.
   *
   * @param fingerprint of its model
   * @param spread standard deviation of its scores around their query's mean, in its own unit
   * @param agreement the share of examples whose first item it scores highest
   */
  public record TeacherFigures(String fingerprint, double spread, double agreement) {}
}
