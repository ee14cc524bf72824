package org.hyperlinker.model.qnet;

import java.util.List;

/**
 * The shape and the arithmetic of a q-net: the official {@code converter_kwargs}.
 *
 * <p>A hidden layer computes {@code activation(x W + b)}, normalises it (layer normalisation
 * without learned parameters, epsilon 1e-5) and adds its input. The output layer is linear without
 * bias.
 *
 * @param vectorDimensions the width of the input, of each hidden layer, and 1
 * @param activation the non-linearity of the hidden layers
 * @param dropout whether training drops parts of each hidden layer's input
 * @param dropoutProbability the share dropped, at least 0 and below 1
 * @param layerNorm whether hidden layers are normalised
 * @param residual whether hidden layers add their input
 * @param residualOnLast whether the last hidden layer does so too
 * @param layerNormBeforeResidual whether normalisation comes before the addition rather than after
 */
public record QNetConfig(
    List<Integer> vectorDimensions,
    Activation activation,
    boolean dropout,
    double dropoutProbability,
    boolean layerNorm,
    boolean residual,
    boolean residualOnLast,
    boolean layerNormBeforeResidual) {

  /** Epsilon of the layer normalisation, PyTorch's default, which the official code uses. */
  public static final float LAYER_NORM_EPSILON = 1e-5f;

  /** Copies the dimensions and refuses shapes that no q-net can have. */
  public QNetConfig {
    vectorDimensions = List.copyOf(vectorDimensions);
    if (vectorDimensions.size() < 2 || vectorDimensions.getLast() != 1) {
      throw new IllegalArgumentException(
          "vector_dimensions needs at least an input width and ends with 1, found: "
              + vectorDimensions);
    }
    if (vectorDimensions.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "vector_dimensions must be positive, found: " + vectorDimensions);
    }
    if (!(dropoutProbability >= 0 && dropoutProbability < 1)) {
      throw new IllegalArgumentException(
          "dropout_prob must be at least 0 and below 1, found: " + dropoutProbability);
    }
    if (residualOnLast && !residual) {
      throw new IllegalArgumentException("do_residual_on_last: true needs do_residual: true");
    }
    for (int layer = 0; layer < vectorDimensions.size() - 2; layer++) {
      boolean adds = residual && (layer < vectorDimensions.size() - 3 || residualOnLast);
      if (adds && !vectorDimensions.get(layer).equals(vectorDimensions.get(layer + 1))) {
        throw new IllegalArgumentException(
            "a residual needs equal widths, but hidden layer "
                + (layer + 1)
                + " of vector_dimensions "
                + vectorDimensions
                + " changes the width; set do_residual: false or make them equal");
      }
    }
  }

  /** A q-net of these dimensions with the official defaults. */
  public static QNetConfig of(List<Integer> vectorDimensions) {
    return new QNetConfig(vectorDimensions, Activation.RELU, false, 0.1, true, true, false, true);
  }

  /** The number of hidden layers; the official model names count them ("2-layer"). */
  public int hiddenLayers() {
    return vectorDimensions.size() - 2;
  }

  /** The number of weight matrices: one for each hidden layer and one for the output. */
  public int weightLayers() {
    return vectorDimensions.size() - 1;
  }

  /** The width of the item embeddings that the q-net scores. */
  public int inputWidth() {
    return vectorDimensions.getFirst();
  }

  /** The input width of weight matrix {@code layer}. */
  public int inputWidth(int layer) {
    return vectorDimensions.get(layer);
  }

  /** The output width of weight matrix {@code layer}. */
  public int outputWidth(int layer) {
    return vectorDimensions.get(layer + 1);
  }

  /** Whether hidden layer {@code layer}, counted from 0, adds its input. */
  public boolean addsInput(int layer) {
    return residual && (layer < hiddenLayers() - 1 || residualOnLast);
  }

  /** Multiply-adds to score one item. */
  public long multiplyAdds() {
    long sum = 0;
    for (int layer = 0; layer < weightLayers(); layer++) {
      sum += (long) inputWidth(layer) * outputWidth(layer);
    }
    return sum;
  }
}
