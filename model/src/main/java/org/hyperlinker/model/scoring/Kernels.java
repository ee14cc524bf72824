package org.hyperlinker.model.scoring;

import org.hyperlinker.model.qnet.QNetConfig;

/**
 * The arithmetic on panels of {@link PackedItems#LANES} items. A panel of {@code width} rows is
 * {@code (width, LANES)}; everything is done lane by lane, so no item ever meets another.
 */
interface Kernels {

  /** Outputs that {@link #affine4} computes together. */
  int OUTPUTS = 4;

  /** Vector code where this machine has it. */
  Kernels BEST = best();

  /**
   * Four outputs of a linear layer: {@code out[j] = bias[j] + sum over k of in[k] w[k][j]}.
   *
   * @param in panel of {@code width} rows from {@code inOffset} on
   * @param weights {@code (width, OUTPUTS)} from {@code weightOffset} on
   * @param bias {@code OUTPUTS} numbers from {@code output} on
   * @param out panel, receives rows {@code output} to {@code output + OUTPUTS - 1}
   */
  void affine4(
      float[] in,
      int inOffset,
      int width,
      float[] weights,
      int weightOffset,
      float[] bias,
      int output,
      float[] out);

  /** Replaces negative values by {@code slope} times themselves; NaN stays. */
  void leaky(float[] panel, int width, float slope);

  /** Adds another panel, from {@code offset} on, to the first. */
  void add(float[] panel, int width, float[] other, int offset);

  /** Layer normalisation of each lane, epsilon {@link QNetConfig#LAYER_NORM_EPSILON}. */
  void normalise(float[] panel, int width);

  /** For each lane the sum of products with {@code weights}. */
  void dot(float[] panel, int offset, int width, float[] weights, float[] sums);

  /** For each lane the sum of squares. */
  void squares(float[] panel, int offset, int width, float[] sums);

  /** Whether this is the Vector API. */
  boolean vectorised();

  private static Kernels best() {
    boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return module && VectorKernels.supported() ? new VectorKernels() : new PlainKernels();
  }
}
