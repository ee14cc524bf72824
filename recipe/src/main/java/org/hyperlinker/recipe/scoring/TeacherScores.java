package org.hyperlinker.recipe.scoring;

/**
 * What one teacher thinks of the items of a file's examples.
 *
 * @param scores for each example the scores of its items, in order; not copied
 */
record TeacherScores(float[][] scores) {

  /**
   * The standard deviation of the scores around their example's mean, over all items; 0 where the
   * teacher tells no items apart.
   */
  double spread() {
    double squares = 0;
    long items = 0;
    for (float[] example : scores) {
      double mean = mean(example);
      for (float score : example) {
        squares += (score - mean) * (score - mean);
      }
      items += example.length;
    }
    return items == 0 ? 0 : Math.sqrt(squares / items);
  }

  /** An example's scores with mean 0 and standard deviation 1; zeros where all are equal. */
  double[] standardised(int example) {
    float[] raw = scores[example];
    double mean = mean(raw);
    double squares = 0;
    for (float score : raw) {
      squares += (score - mean) * (score - mean);
    }
    double deviation = Math.sqrt(squares / raw.length);
    double[] standard = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      standard[i] = deviation == 0 ? 0 : (raw[i] - mean) / deviation;
    }
    return standard;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
