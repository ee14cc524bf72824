package org.hyperlinker.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hyperlinker.model.directory.DualEncoderConfig;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.onnx.EncoderRole;
import org.hyperlinker.model.onnx.OnnxGraphs;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.scoring.PlainQNetScorer;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.training.network.ReferenceCase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The single-precision graphs on padded batches against numbers of the official code, and the plain
 * Java q-net with what the graphs give. Largest error {@value #TOLERANCE} of the tensor's largest
 * magnitude (at least 1), as for the network that training uses.
 */
class ReferenceGraphTest {

  private static final double TOLERANCE = 2e-5;

  @TempDir private Path folder;

  static Stream<Path> cases() throws IOException {
    return ReferenceCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsEmbeddingsAndScoresAreTheOfficialOnes(Path path) throws IOException, OrtException {
    try (ReferenceCase reference = new ReferenceCase(path)) {
      DualEncoderConfig config = reference.config();
      Path model = write(reference, config);
      OnnxExport.write(
          model, EnumSet.of(Precision.FP32), QuantisedParts.DEFAULT, (done, total) -> {});
      Map<String, float[]> queries = run(model, EncoderRole.QUERY, reference.tokens("query"));
      Map<String, float[]> items = run(model, EncoderRole.ITEM, reference.tokens("passage"));
      float[] embeddings = items.get(OnnxGraphs.VECTOR);
      same(reference.tensor("expected.passage.embedding"), embeddings);
      int layers = config.qNet().orElseThrow().weightLayers();
      assertThat(queries).hasSize(2 * layers - 1);
      for (int layer = 0; layer < layers; layer++) {
        same(
            reference.tensor("expected.q_net.weight." + layer),
            queries.get(OnnxGraphs.weight(layer)));
      }
      for (int layer = 0; layer < layers - 1; layer++) {
        same(reference.tensor("expected.q_net.bias." + layer), queries.get(OnnxGraphs.bias(layer)));
      }
      Tensor scores = reference.tensor("expected.similarity.in_batch");
      same(scores, scores(config, queries, embeddings, (int) scores.shape()[0]));
    }
  }

  private Path write(ReferenceCase reference, DualEncoderConfig config) throws IOException {
    Path vocabulary = Files.createDirectories(folder.resolve("vocabulary"));
    Files.write(vocabulary.resolve("vocab.txt"), List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]"));
    Path model = folder.resolve("model");
    ModelSettings plain = ModelSettings.PLAIN;
    int longest = config.bert().maxPositions();
    try (Tokenizer tokenizer = Tokenizer.open(vocabulary)) {
      ModelDirectory.write(
          model,
          config,
          new ModelSettings(
              plain.query(), plain.item(), longest, longest, plain.similarity(), Map.of()),
          reference.weights(),
          tokenizer);
    }
    return model;
  }

  /** All outputs, flat, on sequences padded to the longest. */
  private static Map<String, float[]> run(Path model, EncoderRole role, List<int[]> sequences)
      throws OrtException {
    int longest = sequences.stream().mapToInt(tokens -> tokens.length).max().orElseThrow();
    long[][] ids = new long[sequences.size()][longest];
    long[][] mask = new long[sequences.size()][longest];
    for (int row = 0; row < ids.length; row++) {
      for (int at = 0; at < sequences.get(row).length; at++) {
        ids[row][at] = sequences.get(row)[at];
        mask[row][at] = 1;
      }
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, float[]> outputs = new HashMap<>();
    try (OrtSession session =
            environment.createSession(OnnxGraphs.file(model, role, Precision.FP32).toString());
        OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
        OrtSession.Result result =
            session.run(
                Map.of(OnnxGraphs.INPUT_IDS, idTensor, OnnxGraphs.ATTENTION_MASK, maskTensor))) {
      result.forEach(
          entry ->
              outputs.put(
                  entry.getKey(), ((OnnxTensor) entry.getValue()).getFloatBuffer().array()));
    }
    return outputs;
  }

  private static float[] scores(
      DualEncoderConfig config, Map<String, float[]> queries, float[] embeddings, int count) {
    int width = config.embeddingWidth();
    int items = embeddings.length / width;
    float[] scores = new float[count * items];
    for (int query = 0; query < count; query++) {
      PlainQNetScorer scorer = new PlainQNetScorer(qNet(config, queries, query, count));
      for (int item = 0; item < items; item++) {
        int from = item * width;
        double[] x = IntStream.range(0, width).mapToDouble(at -> embeddings[from + at]).toArray();
        scores[query * items + item] = (float) scorer.score(x);
      }
    }
    return scores;
  }

  private static QNet qNet(
      DualEncoderConfig config, Map<String, float[]> queries, int query, int count) {
    List<float[]> weights = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer < config.qNet().orElseThrow().weightLayers(); layer++) {
      weights.add(part(queries.get(OnnxGraphs.weight(layer)), query, count));
    }
    for (int layer = 0; layer < config.qNet().orElseThrow().hiddenLayers(); layer++) {
      biases.add(part(queries.get(OnnxGraphs.bias(layer)), query, count));
    }
    return new QNet(config.qNet().orElseThrow(), weights, biases);
  }

  private static float[] part(float[] all, int row, int rows) {
    int size = all.length / rows;
    return Arrays.copyOfRange(all, row * size, (row + 1) * size);
  }

  private static void same(Tensor expected, float[] actual) {
    assertThat(actual).hasSameSizeAs(expected.values());
    double magnitude = 1;
    for (float value : expected.values()) {
      magnitude = Math.max(magnitude, Math.abs(value));
    }
    for (int at = 0; at < actual.length; at++) {
      double error = Math.abs((double) actual[at] - expected.values()[at]);
      assertThat(error).isLessThan(TOLERANCE * magnitude);
    }
  }
}
