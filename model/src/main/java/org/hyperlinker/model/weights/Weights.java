package org.hyperlinker.model.weights;

import java.util.SortedSet;

/**
 * Named tensors, wherever they lie.
 *
 * <p>Safe for many threads until closed. Whoever opened it closes it; after that {@link #floats}
 * may throw {@link IllegalStateException}.
 */
public sealed interface Weights extends AutoCloseable
    permits SafeTensors, ShardedWeights, InMemoryWeights, RenamedWeights {

  /** The names of all tensors. */
  SortedSet<String> names();

  /**
   * The shape of a tensor; the caller may change the array.
   *
   * @throws IllegalArgumentException if there is no tensor of this name
   */
  long[] shape(String name);

  /**
   * The numbers of a tensor, row-major, in a new array.
   *
   * @throws IllegalArgumentException if there is no tensor of this name, or it holds no floating
   *     point numbers
   */
  float[] floats(String name);

  /** A tensor with its shape. */
  default Tensor tensor(String name) {
    return new Tensor(shape(name), floats(name));
  }

  @Override
  void close();
}
