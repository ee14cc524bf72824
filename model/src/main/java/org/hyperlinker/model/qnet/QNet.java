package org.hyperlinker.model.qnet;

import java.util.List;

/**
 * The network that a query became. Scores are comparable only within one q-net and may be negative.
 *
 * <p>The arrays are not copied; nobody may change them once the q-net exists. Safe for many threads
 * under that condition.
 *
 * @param config the shape and arithmetic
 * @param weights for each layer, row-major {@code (input, output)}
 * @param biases for each hidden layer, {@code (output)}
 */
public record QNet(QNetConfig config, List<float[]> weights, List<float[]> biases)
    implements QueryRepresentation {

  /** Checks every size against the configuration. */
  public QNet {
    weights = List.copyOf(weights);
    biases = List.copyOf(biases);
    if (weights.size() != config.weightLayers() || biases.size() != config.hiddenLayers()) {
      throw new IllegalArgumentException(
          "a q-net of shape "
              + config.vectorDimensions()
              + " has "
              + config.weightLayers()
              + " weight matrices and "
              + config.hiddenLayers()
              + " biases, found "
              + weights.size()
              + " and "
              + biases.size());
    }
    for (int layer = 0; layer < weights.size(); layer++) {
      check("weight", layer, config.inputWidth(layer) * config.outputWidth(layer), weights);
    }
    for (int layer = 0; layer < biases.size(); layer++) {
      check("bias", layer, config.outputWidth(layer), biases);
    }
  }

  @Override
  public int dimension() {
    return config.inputWidth();
  }

  private static void check(String what, int layer, int expected, List<float[]> arrays) {
    if (arrays.get(layer).length != expected) {
      throw new IllegalArgumentException(
          what
              + " "
              + layer
              + " of the q-net needs "
              + expected
              + " numbers, found "
              + arrays.get(layer).length);
    }
  }
}
