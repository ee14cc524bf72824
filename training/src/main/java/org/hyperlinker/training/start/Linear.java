package org.hyperlinker.training.start;

import org.hyperlinker.model.weights.Tensor;

/** A linear layer without bias in plain Java, for samples. */
final class Linear {

  private Linear() {}

  /**
   * Every row by the layer.
   *
   * @param weight {@code (outputs, inputs)}
   * @param rows {@code (rows, inputs)}
   * @return {@code (rows, outputs)}
   */
  static float[][] apply(Tensor weight, float[][] rows) {
    int outputs = (int) weight.shape()[0];
    int inputs = (int) weight.shape()[1];
    float[][] results = new float[rows.length][outputs];
    for (int row = 0; row < rows.length; row++) {
      for (int output = 0; output < outputs; output++) {
        double sum = 0;
        for (int input = 0; input < inputs; input++) {
          sum += (double) weight.values()[output * inputs + input] * rows[row][input];
        }
        results[row][output] = (float) sum;
      }
    }
    return results;
  }
}
