package org.hyperlinker.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.DualEncoderConfig;
import org.hyperlinker.model.directory.ModelType;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.weights.InMemoryWeights;
import org.hyperlinker.model.weights.SafeTensors;
import org.hyperlinker.model.weights.Tensor;

/** One file of numbers that the official code computed; every size comes from the file. */
public final class ReferenceCase implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODEL = "model.";

  private final SafeTensors file;

  /** The files of the folder that {@code -Dhyperlinker.reference} names, or of the resources. */
  public static Stream<Path> all() throws IOException {
    Path folder =
        Path.of(
            System.getProperty("hyperlinker.reference", "src/test/resources/reference/hypencoder"));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> cases =
          files
              .filter(file -> file.toString().endsWith(".safetensors"))
              .filter(file -> !file.getFileName().toString().startsWith("graph_search"))
              .sorted()
              .toList();
      assertThat(cases).as("reference cases in " + folder).isNotEmpty();
      return cases.stream();
    }
  }

  public ReferenceCase(Path path) throws IOException {
    file = SafeTensors.open(path);
  }

  DualEncoder network(NDManager manager) throws IOException {
    DualEncoderConfig config = config();
    return new DualEncoder(
        config, config.bert(), Similarity.INNER_PRODUCT, new InMemoryWeights(weights()), manager);
  }

  /** The state dict, by official names. */
  public Map<String, Tensor> weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (String name : file.names()) {
      if (name.startsWith(MODEL)) {
        weights.put(name.substring(MODEL.length()), file.tensor(name));
      }
    }
    return weights;
  }

  public DualEncoderConfig config() throws IOException {
    JsonNode sizes = metadata("transformer");
    BertConfig bert =
        new BertConfig(
            sizes.get("vocab_size").asInt(),
            sizes.get("hidden_size").asInt(),
            sizes.get("num_hidden_layers").asInt(),
            sizes.get("num_attention_heads").asInt(),
            sizes.get("intermediate_size").asInt(),
            sizes.get("max_position_embeddings").asInt(),
            sizes.get("type_vocab_size").asInt(),
            1e-12,
            Activation.GELU,
            0,
            0,
            0);
    Pooling pooling =
        file.metadata().getOrDefault("pooling_type", "cls").equals("cls")
            ? Pooling.CLS
            : Pooling.MEAN;
    return new DualEncoderConfig(
        ModelType.HYPENCODER,
        Optional.of(qNet()),
        pooling,
        pooling,
        Boolean.parseBoolean(file.metadata().get("shared_encoder")),
        bert,
        false,
        false,
        Optional.empty(),
        "");
  }

  QNetConfig qNet() throws IOException {
    JsonNode kwargs = metadata("converter_kwargs");
    List<Integer> dimensions = new ArrayList<>();
    kwargs.get("vector_dimensions").forEach(width -> dimensions.add(width.asInt()));
    boolean residual = flag(kwargs, "do_residual", true);
    JsonNode onLast = kwargs.get("do_residual_on_last");
    return new QNetConfig(
        dimensions,
        Activation.of(kwargs.path("activation_type").asText("relu")),
        false,
        0.1,
        flag(kwargs, "do_layer_norm", true),
        residual,
        onLast != null && (onLast.isNull() ? residual : onLast.asBoolean()),
        flag(kwargs, "layer_norm_before_residual", true));
  }

  private static boolean flag(JsonNode node, String key, boolean otherwise) {
    return node.has(key) ? node.get(key).asBoolean() : otherwise;
  }

  JsonNode metadata(String key) throws IOException {
    return JSON.readTree(file.metadata().get(key));
  }

  /** The batch called {@code query} or {@code passage}, cut to each sequence's real tokens. */
  public List<int[]> tokens(String side) {
    long[] shape = file.info(side + ".input_ids").shape();
    long[] ids = file.longs(side + ".input_ids");
    long[] mask = file.longs(side + ".attention_mask");
    int width = (int) shape[1];
    return IntStream.range(0, (int) shape[0])
        .mapToObj(
            row ->
                IntStream.range(0, width)
                    .filter(at -> mask[row * width + at] == 1)
                    .map(at -> (int) ids[row * width + at])
                    .toArray())
        .toList();
  }

  float[] teacherScores() {
    return file.floats("teacher_scores");
  }

  boolean has(String name) {
    return file.names().contains(name);
  }

  public Tensor tensor(String name) {
    return file.tensor(name);
  }

  /** The names that begin with {@code prefix}, without it. */
  List<String> namesUnder(String prefix) {
    return file.names().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  @Override
  public void close() {
    file.close();
  }
}
