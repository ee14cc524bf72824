package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Arithmetic with numbers that back-propagation may look at later.
 *
 * <p>DJL's {@code mul(Number)} lays the number into a Java buffer and lets go of it at once, while
 * libtorch's graph still points to it; after a garbage collection the backward pass then reads
 * freed memory, and a gradient becomes garbage once in some thousand steps. Here the number lies in
 * libtorch's own memory, which the graph keeps.
 */
public final class Scalars {

  private Scalars() {}

  /** The array times a number. */
  public static NDArray times(NDArray array, double factor) {
    return array.mul(number(array, factor));
  }

  /** The larger of each value and a number. */
  static NDArray atLeast(NDArray array, double smallest) {
    return array.maximum(number(array, smallest));
  }

  private static NDArray number(NDArray array, double value) {
    return array.getManager().full(new Shape(), (float) value);
  }
}
