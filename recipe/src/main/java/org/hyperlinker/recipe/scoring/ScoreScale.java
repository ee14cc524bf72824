package org.hyperlinker.recipe.scoring;

/** How the scores of several teachers become comparable before their mean is taken. */
public enum ScoreScale {
  /**
   * Each teacher's scores are multiplied by one factor for the whole file, so that its spread
   * within queries becomes that of the first teacher. A clear query keeps wider margins than a
   * doubtful one, and a single teacher's scores stay what they are.
   */
  FILE,
  /**
   * Each teacher's scores are standardised for each query: mean 0, standard deviation 1 over its
   * items. All queries get margins of one size.
   */
  QUERY,
  /** Scores are taken as they are. */
  NONE
}
