package org.hyperlinker.model.weights;

import java.util.Arrays;

/**
 * Numbers with a shape.
 *
 * <p>The arrays are not copied; nobody may change them once the tensor exists.
 *
 * @param shape the length of each axis; empty for a single number
 * @param values row-major
 */
public record Tensor(long[] shape, float[] values) {

  /** Refuses a shape that does not hold as many numbers as there are. */
  public Tensor {
    if (count(shape) != values.length) {
      throw new IllegalArgumentException(
          "a tensor of shape "
              + Arrays.toString(shape)
              + " does not hold "
              + values.length
              + " numbers");
    }
  }

  /** A tensor with these axes. */
  public static Tensor of(float[] values, long... shape) {
    return new Tensor(shape, values);
  }

  /**
   * How many numbers a shape holds.
   *
   * @throws IllegalArgumentException if an axis is negative or the product exceeds a long
   */
  static long count(long[] shape) {
    long count = 1;
    for (long axis : shape) {
      if (axis < 0) {
        throw new IllegalArgumentException("negative axis in shape " + Arrays.toString(shape));
      }
      try {
        count = Math.multiplyExact(count, axis);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("shape too large: " + Arrays.toString(shape), e);
      }
    }
    return count;
  }
}
