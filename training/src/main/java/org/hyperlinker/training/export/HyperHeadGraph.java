package org.hyperlinker.training.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.onnx.OnnxGraphs;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.model.weights.Weights;

/**
 * The hyper-head as a graph: the arithmetic of {@code HyperHead} with what does not depend on the
 * query done beforehand.
 *
 * <ul>
 *   <li>A learned query meets a key {@code W h + b} in {@code q W h + q b}. {@code q W}, divided by
 *       the scale, is a constant, and {@code q b}, the same for every token, does not change a
 *       softmax: the key projections vanish, and one matrix gives the scores of all layers.
 *   <li>The shares of a softmax sum to 1, so that a value's projection may come after the sum over
 *       tokens. It does where a layer has fewer than {@value #FEW} queries.
 *   <li>The base matrices are part of the last projection's bias.
 * </ul>
 */
final class HyperHeadGraph {

  private static final String HEAD = "query_encoder.";
  private static final int FEW = 8;

  private final QNetConfig config;
  private final int hiddenSize;
  private final Weights weights;
  private final GraphWriter graph;
  private final GraphLayers layers;
  private final Arithmetic arithmetic;

  HyperHeadGraph(
      QNetConfig config,
      BertConfig bert,
      Weights weights,
      GraphWriter graph,
      Arithmetic arithmetic) {
    this.config = config;
    this.hiddenSize = bert.hiddenSize();
    this.weights = weights;
    this.graph = graph;
    this.layers = new GraphLayers(graph);
    this.arithmetic = arithmetic;
  }

  /**
   * What the hyper-head gathers for a weight matrix or a bias.
   *
   * @param projection the number of its key and value projections
   * @param queries the name of its learned queries
   * @param count how many there are
   * @param width of what each gathers
   * @param scale that divides the scores
   */
  private record Gathering(int projection, String queries, int count, int width, double scale) {}

  /** Adds the outputs: all weights and biases of each query's q-net. */
  void outputs(String hidden, String additiveMask) {
    List<Gathering> gatherings = gatherings();
    List<String> shares = shares(hidden, additiveMask, gatherings);
    for (int layer = 0; layer < config.weightLayers(); layer++) {
      Gathering gathering = gatherings.get(layer);
      String rows =
          project(
              gather(hidden, shares.get(layer), gathering),
              HEAD + "weight_hyper_projection." + layer,
              weights.tensor(HEAD + "hyper_base_matrices." + layer));
      graph.output(
          OnnxGraphs.weight(layer),
          graph.add("Transpose", List.of(rows), Attributes.permutation(0, 2, 1)),
          config.inputWidth(layer),
          config.outputWidth(layer));
    }
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      int at = config.weightLayers() + layer;
      graph.output(
          OnnxGraphs.bias(layer),
          project(
              gather(hidden, shares.get(at), gatherings.get(at)),
              HEAD + "bias_hyper_projection." + layer,
              weights.tensor(HEAD + "hyper_base_vectors." + layer)),
          1,
          config.outputWidth(layer));
    }
  }

  private List<Gathering> gatherings() {
    List<Gathering> gatherings = new ArrayList<>();
    for (int layer = 0; layer < config.weightLayers(); layer++) {
      int outputs = config.outputWidth(layer);
      gatherings.add(
          new Gathering(
              layer,
              HEAD + "weight_query_embeddings." + layer,
              outputs,
              config.inputWidth(layer),
              Math.sqrt(outputs)));
    }
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      gatherings.add(
          new Gathering(
              config.weightLayers() + layer,
              HEAD + "bias_query_embeddings." + layer,
              1,
              config.outputWidth(layer),
              1));
    }
    return gatherings;
  }

  /** For each gathering {@code (batch, count, tokens)}, each row adding up to 1. */
  private List<String> shares(String hidden, String additiveMask, List<Gathering> gatherings) {
    Matrix together =
        Matrix.beside(HEAD + "query_key_products", gatherings.stream().map(this::scoring).toList());
    String scores =
        graph.add(
            "Transpose",
            List.of(new FloatArithmetic(graph).multiply(hidden, together)),
            Attributes.permutation(0, 2, 1));
    String all = layers.softmax(graph.add("Add", List.of(scores, additiveMask)));
    long[] counts = gatherings.stream().mapToLong(Gathering::count).toArray();
    if (counts.length == 1) {
      return List.of(all);
    }
    return graph.add(
        "Split",
        counts.length,
        List.of(all, graph.longs("query_counts", counts)),
        Attributes.axis(1));
  }

  /** From a hidden state to the scores of a gathering's queries. */
  private Matrix scoring(Gathering gathering) {
    float[] keys = weights.floats(HEAD + "key_projections." + gathering.projection() + ".weight");
    float[] queries = weights.floats(gathering.queries());
    float[] products = new float[hiddenSize * gathering.count()];
    double[] row = new double[hiddenSize];
    for (int query = 0; query < gathering.count(); query++) {
      Arrays.fill(row, 0);
      for (int key = 0; key < gathering.width(); key++) {
        double factor = queries[query * gathering.width() + key] / gathering.scale();
        for (int at = 0; at < hiddenSize; at++) {
          row[at] += factor * keys[key * hiddenSize + at];
        }
      }
      for (int at = 0; at < hiddenSize; at++) {
        products[at * gathering.count() + query] = (float) row[at];
      }
    }
    return new Matrix("", hiddenSize, gathering.count(), products);
  }

  /** {@code (batch, count, width)}. */
  private String gather(String hidden, String shares, Gathering gathering) {
    String name = HEAD + "value_projections." + gathering.projection();
    Matrix matrix = Matrix.ofLinear(name, weights.tensor(name + ".weight"));
    float[] bias = weights.floats(name + ".bias");
    if (gathering.count() < FEW) {
      String sums = graph.add("MatMul", List.of(shares, hidden));
      return layers.linear(arithmetic, sums, matrix, bias);
    }
    String values = layers.linear(arithmetic, hidden, matrix, bias);
    return graph.add("MatMul", List.of(shares, values));
  }

  /** Rectified, normalised, projected, and added to the base {@code (1, ..., width)}. */
  private String project(String gathered, String name, Tensor base) {
    Matrix matrix = Matrix.ofLinear(name, weights.tensor(name + ".weight"));
    float[] ones = new float[matrix.inputs()];
    Arrays.fill(ones, 1);
    String normalised =
        layers.layerNorm(
            graph.add("Relu", List.of(gathered)),
            "plain_norm." + ones.length,
            ones,
            new float[ones.length],
            QNetConfig.LAYER_NORM_EPSILON);
    float[] bias = Numbers.plusRepeated(base.values(), weights.floats(name + ".bias"));
    long rows = bias.length / matrix.outputs();
    return layers.linear(arithmetic, normalised, matrix, bias, 1, rows, matrix.outputs());
  }
}
