package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import org.hyperlinker.model.qnet.Similarity;

/**
 * The query vectors of a bi-encoder.
 *
 * @param vectors {@code (queries, width)}
 * @param similarity how they are compared with items
 */
public record VectorBatch(NDArray vectors, Similarity similarity) implements QueryBatch {

  /** Keeps the cosine of a zero vector finite, as PyTorch's does. */
  private static final float SMALLEST_LENGTH = 1e-8f;

  @Override
  public long queries() {
    return vectors.getShape().get(0);
  }

  @Override
  public NDArray scoreAll(NDArray items, boolean training) {
    return NDArrays.matMul(
        comparable(vectors, similarity), comparable(items, similarity).transpose());
  }

  @Override
  public NDArray scoreOwn(NDArray items, boolean training) {
    long own = items.getShape().get(0) / queries();
    NDArray grouped =
        comparable(items, similarity).reshape(queries(), own, items.getShape().get(1));
    return NDArrays.matMul(grouped, comparable(vectors, similarity).expandDims(2))
        .reshape(queries(), own);
  }

  /** Rows whose inner product is the similarity; for the cosine they have length 1. */
  static NDArray comparable(NDArray rows, Similarity similarity) {
    return switch (similarity) {
      case INNER_PRODUCT -> rows;
      case COSINE ->
          rows.div(Scalars.atLeast(rows.square().sum(new int[] {1}, true).sqrt(), SMALLEST_LENGTH));
    };
  }
}
