package org.hyperlinker.recipe.scoring;

import java.util.List;

/**
 * The mean of several teachers' scores.
 *
 * @param teachers at least one, all of the same examples
 * @param settings how they become comparable
 */
record Ensemble(List<TeacherScores> teachers, ScoreSettings settings) {

  Ensemble {
    teachers = List.copyOf(teachers);
  }

  /**
   * The scores of each example's items.
   *
   * @throws IllegalArgumentException if a teacher that is to be scaled scores all items of each
   *     query alike
   */
  double[][] scores() {
    double first = teachers.getFirst().spread();
    double[][] mean = new double[teachers.getFirst().scores().length][];
    for (int teacher = 0; teacher < teachers.size(); teacher++) {
      TeacherScores own = teachers.get(teacher);
      double scale = settings.scale() == ScoreScale.FILE && teacher > 0 ? ratio(first, teacher) : 1;
      for (int example = 0; example < mean.length; example++) {
        double[] scaled = scaled(own, example, scale);
        mean[example] = teacher == 0 ? new double[scaled.length] : mean[example];
        for (int item = 0; item < scaled.length; item++) {
          mean[example][item] += scaled[item] * settings.factor() / teachers.size();
        }
      }
    }
    return mean;
  }

  private double ratio(double first, int teacher) {
    double spread = teachers.get(teacher).spread();
    if (first == 0 || spread == 0) {
      throw new IllegalArgumentException(
          "teacher "
              + (spread == 0 ? teacher + 1 : 1)
              + " scores all items of each query alike, so its scores have no scale; leave it out");
    }
    return first / spread;
  }

  private double[] scaled(TeacherScores teacher, int example, double factor) {
    if (settings.scale() == ScoreScale.QUERY) {
      return teacher.standardised(example);
    }
    float[] raw = teacher.scores()[example];
    double[] scaled = new double[raw.length];
    for (int item = 0; item < raw.length; item++) {
      scaled[item] = raw[item] * factor;
    }
    return scaled;
  }
}
