package org.hyperlinker.model.scoring;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * The kernels in 256-bit vectors, two to a panel row. One loop to a method: C2 then keeps all
 * accumulators in registers. {@link #affine4} holds 8 accumulators, 2 item vectors and 4 broadcasts
 * because AVX2 has 16 registers; larger tiles spill.
 */
final class VectorKernels implements Kernels {

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
  private static final int LANES = PackedItems.LANES;
  private static final int HALF = LANES / 2;

  static boolean supported() {
    return FloatVector.SPECIES_PREFERRED.length() >= HALF;
  }

  @Override
  public void affine4(
      float[] in,
      int inOffset,
      int width,
      float[] weights,
      int weightOffset,
      float[] bias,
      int output,
      float[] out) {
    FloatVector a0 = FloatVector.broadcast(S, bias[output]);
    FloatVector b0 = a0;
    FloatVector a1 = FloatVector.broadcast(S, bias[output + 1]);
    FloatVector b1 = a1;
    FloatVector a2 = FloatVector.broadcast(S, bias[output + 2]);
    FloatVector b2 = a2;
    FloatVector a3 = FloatVector.broadcast(S, bias[output + 3]);
    FloatVector b3 = a3;
    int i = inOffset;
    int w = weightOffset;
    for (int k = 0; k < width; k++) {
      FloatVector x = FloatVector.fromArray(S, in, i);
      FloatVector y = FloatVector.fromArray(S, in, i + HALF);
      FloatVector w0 = FloatVector.broadcast(S, weights[w]);
      a0 = x.fma(w0, a0);
      b0 = y.fma(w0, b0);
      FloatVector w1 = FloatVector.broadcast(S, weights[w + 1]);
      a1 = x.fma(w1, a1);
      b1 = y.fma(w1, b1);
      FloatVector w2 = FloatVector.broadcast(S, weights[w + 2]);
      a2 = x.fma(w2, a2);
      b2 = y.fma(w2, b2);
      FloatVector w3 = FloatVector.broadcast(S, weights[w + 3]);
      a3 = x.fma(w3, a3);
      b3 = y.fma(w3, b3);
      i += LANES;
      w += OUTPUTS;
    }
    int o = output * LANES;
    a0.intoArray(out, o);
    b0.intoArray(out, o + HALF);
    a1.intoArray(out, o + LANES);
    b1.intoArray(out, o + LANES + HALF);
    a2.intoArray(out, o + 2 * LANES);
    b2.intoArray(out, o + 2 * LANES + HALF);
    a3.intoArray(out, o + 3 * LANES);
    b3.intoArray(out, o + 3 * LANES + HALF);
  }

  @Override
  public void leaky(float[] panel, int width, float slope) {
    for (int i = 0; i < width * LANES; i += HALF) {
      FloatVector v = FloatVector.fromArray(S, panel, i);
      v.blend(v.mul(slope), v.compare(VectorOperators.LT, 0f)).intoArray(panel, i);
    }
  }

  @Override
  public void add(float[] panel, int width, float[] other, int offset) {
    for (int i = 0; i < width * LANES; i += HALF) {
      FloatVector.fromArray(S, panel, i)
          .add(FloatVector.fromArray(S, other, offset + i))
          .intoArray(panel, i);
    }
  }

  @Override
  public void normalise(float[] panel, int width) {
    normaliseHalf(panel, 0, width);
    normaliseHalf(panel, HALF, width);
  }

  private static void normaliseHalf(float[] panel, int offset, int width) {
    FloatVector mean = sum(panel, offset, width).div(width);
    FloatVector variance = squaredDistances(panel, offset, width, mean).div(width);
    FloatVector deviation = variance.add(QNetConfig.LAYER_NORM_EPSILON).sqrt();
    scale(panel, offset, width, mean, FloatVector.broadcast(S, 1f).div(deviation));
  }

  private static FloatVector sum(float[] panel, int offset, int width) {
    FloatVector sum = FloatVector.zero(S);
    for (int i = offset; i < width * LANES; i += LANES) {
      sum = sum.add(FloatVector.fromArray(S, panel, i));
    }
    return sum;
  }

  private static FloatVector squaredDistances(
      float[] panel, int offset, int width, FloatVector mean) {
    FloatVector sum = FloatVector.zero(S);
    for (int i = offset; i < width * LANES; i += LANES) {
      FloatVector distance = FloatVector.fromArray(S, panel, i).sub(mean);
      sum = distance.fma(distance, sum);
    }
    return sum;
  }

  private static void scale(
      float[] panel, int offset, int width, FloatVector mean, FloatVector factor) {
    for (int i = offset; i < width * LANES; i += LANES) {
      FloatVector.fromArray(S, panel, i).sub(mean).mul(factor).intoArray(panel, i);
    }
  }

  @Override
  public void dot(float[] panel, int offset, int width, float[] weights, float[] sums) {
    FloatVector low = FloatVector.zero(S);
    FloatVector high = FloatVector.zero(S);
    int i = offset;
    for (int k = 0; k < width; k++) {
      FloatVector w = FloatVector.broadcast(S, weights[k]);
      low = FloatVector.fromArray(S, panel, i).fma(w, low);
      high = FloatVector.fromArray(S, panel, i + HALF).fma(w, high);
      i += LANES;
    }
    low.intoArray(sums, 0);
    high.intoArray(sums, HALF);
  }

  @Override
  public void squares(float[] panel, int offset, int width, float[] sums) {
    FloatVector low = FloatVector.zero(S);
    FloatVector high = FloatVector.zero(S);
    int i = offset;
    for (int k = 0; k < width; k++) {
      FloatVector x = FloatVector.fromArray(S, panel, i);
      FloatVector y = FloatVector.fromArray(S, panel, i + HALF);
      low = x.fma(x, low);
      high = y.fma(y, high);
      i += LANES;
    }
    low.intoArray(sums, 0);
    high.intoArray(sums, HALF);
  }

  @Override
  public boolean vectorised() {
    return true;
  }
}
