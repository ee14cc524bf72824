package org.hyperlinker.training.network;

import java.util.Random;

/** Rows of numbers for tests of the arithmetic. */
final class Rows {

  private Rows() {}

  /** Normally distributed numbers. */
  static float[][] gaussian(Random random, int rows, int columns) {
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return values;
  }

  /** The inner product, in double precision. */
  static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
