package org.hyperlinker.training.export;

/** Sums and products that an export computes once so that no run has to. */
final class Numbers {

  private Numbers() {}

  static float[] times(float[] values, double factor) {
    float[] product = new float[values.length];
    for (int at = 0; at < values.length; at++) {
      product[at] = (float) (values[at] * factor);
    }
    return product;
  }

  /** The sum with {@code addend} repeated along {@code values}. */
  static float[] plusRepeated(float[] values, float[] addend) {
    float[] sum = new float[values.length];
    for (int at = 0; at < values.length; at++) {
      sum[at] = values[at] + addend[at % addend.length];
    }
    return sum;
  }
}
