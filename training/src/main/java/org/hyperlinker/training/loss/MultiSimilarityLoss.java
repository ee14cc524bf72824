package org.hyperlinker.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.hyperlinker.training.network.QueryBatch;
import org.hyperlinker.training.network.Scalars;

/**
 * The multi-similarity loss (Wang et al., 2019), by which SapBERT aligns the names of concepts.
 * Each query is an anchor; the batch's items of its positive's concept attract, all others repel:
 *
 * <pre>
 * 1/alpha log(1 + sum over positives exp(-alpha (s - base)))
 *   + 1/beta log(1 + sum over negatives exp(beta (s - base)))
 * </pre>
 *
 * averaged over the queries. Of these pairs only the informative ones count: negatives that score
 * more than the least positive minus the margin, and positives that score less than the greatest
 * negative plus the margin. The choice is no part of the gradient.
 *
 * <p>Meant for cosines: {@code base} and {@code margin} are similarities. Without concept ids
 * ({@code mask_same_concept: false}) a query's only positive is its own.
 *
 * @param scale factor of the loss
 * @param alpha how sharply low positives count
 * @param beta how sharply high negatives count
 * @param base the similarity around which both are measured (the paper's lambda)
 * @param margin the paper's epsilon
 */
public record MultiSimilarityLoss(
    double scale, double alpha, double beta, double base, double margin) implements BatchLoss {

  /** Makes an exponential zero, yet is finite, so that no gradient becomes NaN. */
  private static final float EXCLUDED = -1e30f;

  @Override
  public NDArray compute(QueryBatch queries, NDArray items, LossTargets targets, boolean training) {
    int rows = Math.toIntExact(queries.queries());
    NDArray similarity = queries.scoreAll(items, training);
    int width = Math.toIntExact(similarity.getShape().get(1));
    int own = width / rows;
    float[] scores = similarity.toFloatArray();
    float[] positives = new float[rows * width];
    float[] negatives = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      choose(scores, row, width, own, targets.conceptIds(), positives, negatives);
    }
    NDArray centred = similarity.sub(items.getManager().full(new Shape(), (float) base));
    NDArray pulled = softened(centred, -alpha, positives);
    NDArray pushed = softened(centred, beta, negatives);
    return Scalars.times(pulled.add(pushed), scale / rows);
  }

  /** Lays {@link #EXCLUDED} over the pairs of a row that do not count. */
  private void choose(
      float[] scores,
      int row,
      int width,
      int own,
      List<String> ids,
      float[] positives,
      float[] negatives) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (int item = 0; item < width; item++) {
      float score = scores[row * width + item];
      if (attracts(ids, item, row * own)) {
        least = Math.min(least, score);
      } else {
        greatest = Math.max(greatest, score);
      }
    }
    for (int item = 0; item < width; item++) {
      int at = row * width + item;
      boolean positive = attracts(ids, item, row * own);
      positives[at] = positive && scores[at] < greatest + margin ? 0 : EXCLUDED;
      negatives[at] = !positive && scores[at] > least - margin ? 0 : EXCLUDED;
    }
  }

  private static boolean attracts(List<String> ids, int item, int positive) {
    return item == positive || !ids.isEmpty() && ids.get(item).equals(ids.get(positive));
  }

  /** The sum over rows of {@code 1/|sharpness| log(1 + sum exp(sharpness * x))} of what counts. */
  private static NDArray softened(NDArray centred, double sharpness, float[] excluded) {
    long rows = centred.getShape().get(0);
    NDArray exponents =
        Scalars.times(centred, sharpness)
            .add(centred.getManager().create(excluded, centred.getShape()));
    // With a column of zeros in front, whose exponential is the 1, the logarithm is minus the
    // log-softmax of that column, which libtorch computes without overflow.
    NDArray zeros = centred.getManager().zeros(new Shape(rows, 1));
    NDArray first = NDArrays.concat(new NDList(zeros, exponents), 1).logSoftmax(1);
    return Scalars.times(first.get(":, 0:1").sum(), -1 / Math.abs(sharpness));
  }
}
