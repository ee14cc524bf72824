package org.hyperlinker.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.hyperlinker.training.network.QueryBatch;
import org.hyperlinker.training.network.Scalars;

/**
 * Softmax cross-entropy of each query's positive against its negatives: the batch's other items
 * (all of them, or each query's first), or the query's own items alone.
 *
 * <p>Departure: an item of the same concept as the query's positive is no negative. The official
 * code scores such items as negatives, which concerns 12 % of the rows of BC5CDR at batch 64.
 *
 * @param scale factor of the loss
 * @param similarityScale factor of the similarities before the softmax (an inverse temperature)
 * @param inBatchNegatives whether other queries' items are negatives
 * @param firstItemsOnly with in-batch negatives: only each query's first item takes part
 */
public record CrossEntropyLoss(
    double scale, double similarityScale, boolean inBatchNegatives, boolean firstItemsOnly)
    implements BatchLoss {

  /** Lower than any similarity, yet finite, so that no gradient becomes NaN. */
  private static final float EXCLUDED = -1e30f;

  @Override
  public NDArray compute(QueryBatch queries, NDArray items, LossTargets targets, boolean training) {
    int rows = Math.toIntExact(queries.queries());
    int own = Math.toIntExact(items.getShape().get(0)) / rows;
    NDArray similarity;
    int[] columns;
    if (!inBatchNegatives) {
      similarity = queries.scoreOwn(items, training);
      columns = null;
    } else if (firstItemsOnly) {
      columns = everyNth(rows, own);
      similarity = queries.scoreAll(items.get(items.getManager().create(columns)), training);
    } else {
      columns = everyNth(rows * own, 1);
      similarity = queries.scoreAll(items, training);
    }
    int width = Math.toIntExact(similarity.getShape().get(1));
    int step = inBatchNegatives ? width / rows : 0;
    float[] target = new float[rows * width];
    float[] excluded = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      target[row * width + row * step] = 1f;
      for (int column = 0; column < width; column++) {
        int item = columns == null ? row * own + column : columns[column];
        if (item != row * own && sameConcept(targets.conceptIds(), item, row * own)) {
          excluded[row * width + column] = EXCLUDED;
        }
      }
    }
    Shape shape = new Shape(rows, width);
    NDArray logits =
        Scalars.times(similarity, similarityScale).add(items.getManager().create(excluded, shape));
    NDArray picked = NDArrays.mul(logits.logSoftmax(1), items.getManager().create(target, shape));
    return Scalars.times(picked.sum(), -scale / rows);
  }

  private static boolean sameConcept(List<String> ids, int item, int positive) {
    return !ids.isEmpty() && ids.get(item).equals(ids.get(positive));
  }

  private static int[] everyNth(int count, int step) {
    return IntStream.range(0, count).map(i -> i * step).toArray();
  }
}
