package org.hyperlinker.recipe.scoring;

/**
 * How teacher scores are made.
 *
 * @param scale what makes several teachers comparable
 * @param factor of the scores at the end, more than 0: margin-MSE compares margins as they are, so
 *     this fits the teachers' unit to the student's
 * @param batch texts encoded together, at least 1
 */
public record ScoreSettings(ScoreScale scale, double factor, int batch) {

  /** Rejects a factor that is no positive number and a batch below 1. */
  public ScoreSettings {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("the factor is more than 0, found: " + factor);
    }
    if (batch < 1) {
      throw new IllegalArgumentException("texts encoded together: 1 or more, found: " + batch);
    }
  }
}
