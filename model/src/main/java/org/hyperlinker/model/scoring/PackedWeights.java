package org.hyperlinker.model.scoring;

/** Weights of a linear layer in the order in which {@link Kernels#affine} reads them. */
final class PackedWeights {

  private PackedWeights() {}

  /** A number of outputs rounded up to whole groups. */
  static int padded(int outputs, int group) {
    return (outputs + group - 1) / group * group;
  }

  /**
   * Packs weights.
   *
   * @param weights row-major {@code (inputs, outputs)}
   * @return {@code (outputs / group, inputs, group)}, padded with zeros
   */
  static float[] of(float[] weights, int inputs, int outputs, int group) {
    float[] packed = new float[Math.multiplyExact(inputs, padded(outputs, group))];
    for (int j = 0; j < outputs; j += group) {
      int width = Math.min(group, outputs - j);
      for (int k = 0; k < inputs; k++) {
        System.arraycopy(weights, k * outputs + j, packed, j * inputs + k * group, width);
      }
    }
    return packed;
  }
}
