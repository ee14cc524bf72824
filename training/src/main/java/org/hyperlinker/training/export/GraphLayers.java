package org.hyperlinker.training.export;

import java.util.List;
import org.hyperlinker.model.qnet.Activation;

/** The few layer types that the graphs are made of. */
final class GraphLayers {

  private final GraphWriter graph;

  GraphLayers(GraphWriter graph) {
    this.graph = graph;
  }

  /** A linear layer; the bias is one number for each output, or a tensor of the output's shape. */
  String linear(Arithmetic arithmetic, String input, Matrix matrix, float[] bias, long... shape) {
    String constant =
        graph.floats(
            matrix.name() + ".bias", bias, shape.length == 0 ? new long[] {bias.length} : shape);
    return graph.add("Add", List.of(arithmetic.multiply(input, matrix), constant));
  }

  /** Layer normalisation over the last axis. */
  String layerNorm(String input, String name, float[] scale, float[] shift, double epsilon) {
    return graph.add(
        "LayerNormalization",
        List.of(
            input,
            graph.floats(name + ".weight", scale, scale.length),
            graph.floats(name + ".bias", shift, shift.length)),
        Attributes.axis(-1),
        Attributes.number("epsilon", epsilon));
  }

  String activate(String input, Activation activation) {
    return switch (activation) {
      case RELU -> graph.add("Relu", List.of(input));
      case TANH -> graph.add("Tanh", List.of(input));
      case SIGMOID -> graph.add("Sigmoid", List.of(input));
      case GELU -> graph.add("Gelu", List.of(input));
      case LEAKY_RELU -> graph.add("LeakyRelu", List.of(input), Attributes.number("alpha", 0.01));
    };
  }

  String softmax(String scores) {
    return graph.add("Softmax", List.of(scores), Attributes.axis(-1));
  }
}
