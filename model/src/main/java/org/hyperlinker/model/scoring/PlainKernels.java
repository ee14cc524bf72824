package org.hyperlinker.model.scoring;

import java.util.Arrays;
import org.hyperlinker.model.qnet.QNetConfig;

/** The kernels in plain loops, for a JVM without the Vector API and machines with short vectors. */
final class PlainKernels implements Kernels {

  private static final int LANES = PackedItems.LANES;

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
    for (int j = 0; j < OUTPUTS; j++) {
      int row = (output + j) * LANES;
      Arrays.fill(out, row, row + LANES, bias[output + j]);
      for (int k = 0; k < width; k++) {
        float weight = weights[weightOffset + k * OUTPUTS + j];
        int i = inOffset + k * LANES;
        for (int lane = 0; lane < LANES; lane++) {
          out[row + lane] += in[i + lane] * weight;
        }
      }
    }
  }

  @Override
  public void leaky(float[] panel, int width, float slope) {
    for (int i = 0; i < width * LANES; i++) {
      panel[i] = panel[i] < 0 ? panel[i] * slope : panel[i];
    }
  }

  @Override
  public void add(float[] panel, int width, float[] other, int offset) {
    for (int i = 0; i < width * LANES; i++) {
      panel[i] += other[offset + i];
    }
  }

  @Override
  public void normalise(float[] panel, int width) {
    for (int lane = 0; lane < LANES; lane++) {
      float sum = 0;
      for (int i = lane; i < width * LANES; i += LANES) {
        sum += panel[i];
      }
      float mean = sum / width;
      float squares = 0;
      for (int i = lane; i < width * LANES; i += LANES) {
        squares += (panel[i] - mean) * (panel[i] - mean);
      }
      float factor = (float) (1 / Math.sqrt(squares / width + QNetConfig.LAYER_NORM_EPSILON));
      for (int i = lane; i < width * LANES; i += LANES) {
        panel[i] = (panel[i] - mean) * factor;
      }
    }
  }

  @Override
  public void dot(float[] panel, int offset, int width, float[] weights, float[] sums) {
    Arrays.fill(sums, 0);
    for (int k = 0; k < width; k++) {
      for (int lane = 0; lane < LANES; lane++) {
        sums[lane] += panel[offset + k * LANES + lane] * weights[k];
      }
    }
  }

  @Override
  public void squares(float[] panel, int offset, int width, float[] sums) {
    Arrays.fill(sums, 0);
    for (int k = 0; k < width; k++) {
      for (int lane = 0; lane < LANES; lane++) {
        float value = panel[offset + k * LANES + lane];
        sums[lane] += value * value;
      }
    }
  }

  @Override
  public boolean vectorised() {
    return false;
  }
}
