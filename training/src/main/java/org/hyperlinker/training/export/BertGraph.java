package org.hyperlinker.training.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.onnx.OnnxGraphs;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.model.weights.Weights;

/**
 * BERT as a graph: the arithmetic of {@code BertEncoder} without dropout. Done beforehand: the
 * embedding of token type 0 is part of the positions', query, key and value are one matrix, and the
 * attention's scale is part of the query's columns.
 */
final class BertGraph {

  private final BertConfig config;
  private final Weights weights;
  private final String prefix;
  private final GraphWriter graph;
  private final GraphLayers layers;
  private final BertArithmetic arithmetic;
  private final String ids;
  private final String mask;
  private Optional<String> addition = Optional.empty();

  /**
   * Declares the graph's inputs.
   *
   * @param prefix of the transformer's tensors, dot included
   */
  BertGraph(
      BertConfig config,
      Weights weights,
      String prefix,
      GraphWriter graph,
      BertArithmetic arithmetic) {
    this.config = config;
    this.weights = weights;
    this.prefix = prefix;
    this.graph = graph;
    this.layers = new GraphLayers(graph);
    this.arithmetic = arithmetic;
    this.ids = graph.tokensInput(OnnxGraphs.INPUT_IDS);
    this.mask =
        graph.add(
            "Cast", List.of(graph.tokensInput(OnnxGraphs.ATTENTION_MASK)), Attributes.toFloat());
  }

  /** Declares marks as an input and adds their rows of a table to the embeddings. */
  void addMarks(String name, Tensor table) {
    String marks = graph.tokensInput(OnnxGraphs.MARKS);
    addition = Optional.of(new FloatArithmetic(graph).lookUp(marks, name, table));
  }

  /** {@code (batch, 1, tokens)}: 0 for a token, a number below every score for padding. */
  String additiveMask() {
    String below = graph.add("Sub", List.of(mask, graph.floats("one", new float[] {1})));
    String far = graph.add("Mul", List.of(below, graph.floats("far", new float[] {1e30f})));
    return graph.add("Unsqueeze", List.of(far, graph.longs("axis_1", 1)));
  }

  /** The last hidden states {@code (batch, tokens, hidden)}. */
  String hiddenStates(String additiveMask) {
    String headMask = graph.add("Unsqueeze", List.of(additiveMask, graph.longs("axis_1", 1)));
    String hidden = embed();
    for (int layer = 0; layer < config.layers(); layer++) {
      hidden = block(hidden, headMask, prefix + "encoder.layer." + layer + ".");
    }
    return hidden;
  }

  /** {@code (batch, hidden)}. */
  String pool(String hidden, Pooling pooling) {
    return switch (pooling) {
      case CLS -> graph.add("Gather", List.of(hidden, graph.first()), Attributes.axis(1));
      case MEAN -> {
        String shares = graph.add("Unsqueeze", List.of(mask, graph.longs("axis_1", 1)));
        String sum = graph.add("MatMul", List.of(shares, hidden));
        String count =
            graph.add(
                "ReduceSum",
                List.of(mask, graph.longs("axis_1", 1)),
                Attributes.whole("keepdims", 1));
        yield graph.add(
            "Div", List.of(graph.add("Squeeze", List.of(sum, graph.longs("axis_1", 1))), count));
      }
    };
  }

  private String embed() {
    String words =
        arithmetic
            .embeddings()
            .lookUp(
                ids,
                prefix + "embeddings.word_embeddings.weight",
                tensor("embeddings.word_embeddings.weight"));
    String length =
        graph.add(
            "Slice",
            List.of(
                graph.add("Shape", List.of(ids)),
                graph.longs("from_1", 1),
                graph.longs("to_2", 2)));
    String positions =
        graph.add(
            "Slice",
            List.of(positionTable(), graph.longs("from_0", 0), length, graph.longs("axis_0", 0)));
    String sum = graph.add("Add", List.of(words, positions));
    return norm(
        addition.isPresent() ? graph.add("Add", List.of(sum, addition.get())) : sum,
        prefix + "embeddings.LayerNorm");
  }

  /** Position and token type 0. */
  private String positionTable() {
    Tensor positions = tensor("embeddings.position_embeddings.weight");
    float[] type =
        Arrays.copyOf(
            tensor("embeddings.token_type_embeddings.weight").values(), config.hiddenSize());
    return graph.floats(
        prefix + "embeddings.position_embeddings.weight",
        Numbers.plusRepeated(positions.values(), type),
        positions.shape());
  }

  private String block(String input, String mask, String layer) {
    String attended = attend(input, mask, layer + "attention.self.");
    String projected = linear(arithmetic.layers(), attended, layer + "attention.output.dense");
    String middle =
        norm(graph.add("Add", List.of(projected, input)), layer + "attention.output.LayerNorm");
    String widened =
        layers.activate(
            linear(arithmetic.layers(), middle, layer + "intermediate.dense"), config.activation());
    String output = linear(arithmetic.contractions(), widened, layer + "output.dense");
    return norm(graph.add("Add", List.of(output, middle)), layer + "output.LayerNorm");
  }

  private String attend(String input, String mask, String self) {
    double scale = 1 / Math.sqrt((double) config.hiddenSize() / config.heads());
    Matrix together =
        Matrix.beside(
            self + "query_key_value",
            List.of(
                matrix(self + "query").times(scale), matrix(self + "key"), matrix(self + "value")));
    float[] biases = new float[together.outputs()];
    int width = config.hiddenSize();
    System.arraycopy(Numbers.times(bias(self + "query"), scale), 0, biases, 0, width);
    System.arraycopy(bias(self + "key"), 0, biases, width, width);
    System.arraycopy(bias(self + "value"), 0, biases, 2 * width, width);
    List<String> parts =
        graph.add(
            "Split",
            3,
            List.of(
                layers.linear(arithmetic.layers(), input, together, biases),
                graph.longs("three_widths", width, width, width)),
            Attributes.axis(-1));
    String query = heads(parts.get(0), 0, 2, 1, 3);
    String key = heads(parts.get(1), 0, 2, 3, 1);
    String value = heads(parts.get(2), 0, 2, 1, 3);
    String scores = graph.add("Add", List.of(graph.add("MatMul", List.of(query, key)), mask));
    String gathered = graph.add("MatMul", List.of(layers.softmax(scores), value));
    String merged = graph.add("Transpose", List.of(gathered), Attributes.permutation(0, 2, 1, 3));
    return graph.add("Reshape", List.of(merged, graph.longs("merge_heads", 0, 0, width)));
  }

  /** {@code (batch, tokens, hidden)} to {@code (batch, tokens, heads, width)}, permuted. */
  private String heads(String projected, long... permutation) {
    String split =
        graph.add(
            "Reshape",
            List.of(
                projected,
                graph.longs(
                    "split_heads", 0, 0, config.heads(), config.hiddenSize() / config.heads())));
    return graph.add("Transpose", List.of(split), Attributes.permutation(permutation));
  }

  private String linear(Arithmetic how, String input, String name) {
    return layers.linear(how, input, matrix(name), bias(name));
  }

  private String norm(String input, String name) {
    return layers.layerNorm(
        input,
        name,
        weights.floats(name + ".weight"),
        weights.floats(name + ".bias"),
        config.layerNormEpsilon());
  }

  private Matrix matrix(String name) {
    return Matrix.ofLinear(name, weights.tensor(name + ".weight"));
  }

  private float[] bias(String name) {
    return weights.floats(name + ".bias");
  }

  private Tensor tensor(String name) {
    return weights.tensor(prefix + name);
  }
}
