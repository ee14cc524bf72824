package org.hyperlinker.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.hyperlinker.training.network.QueryBatch;
import org.hyperlinker.training.network.Scalars;

/**
 * Margin-MSE (Hofstätter et al., 2020): the mean squared difference between the student's and the
 * teacher's margin of positive over negative, over all of a query's own negatives.
 *
 * <p>The official code calls a normalisation that it never defines; here it is the identity.
 *
 * @param scale factor of the loss
 */
public record MarginMseLoss(double scale) implements BatchLoss {

  @Override
  public boolean needsTeacherScores() {
    return true;
  }

  @Override
  public NDArray compute(QueryBatch queries, NDArray items, LossTargets targets, boolean training) {
    long rows = queries.queries();
    long own = items.getShape().get(0) / rows;
    if (own < 2) {
      throw new IllegalArgumentException(
          "margin_mse needs at least one negative for each query; set num_negatives_to_sample");
    }
    float[] labels =
        targets
            .teacherScores()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "margin_mse needs a teacher score for each item; set label_key"));
    NDArray teacher = items.getManager().create(labels, new Shape(rows, own));
    NDArray error = margins(queries.scoreOwn(items, training)).sub(margins(teacher));
    return Scalars.times(error.square().mean(), scale);
  }

  private static NDArray margins(NDArray scores) {
    return scores.get(":, 0:1").sub(scores.get(":, 1:"));
  }
}
