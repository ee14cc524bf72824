package org.hyperlinker.model.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.core.text.WindowUnit;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.model.weights.SafeTensorsWriter;
import org.hyperlinker.model.weights.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDirectoryTest {

  private static final BertConfig BERT =
      new BertConfig(8, 4, 2, 2, 6, 16, 2, 1e-12, Activation.GELU, 0.1, 0.2, 0);
  private static final DualEncoderConfig HYPENCODER =
      new DualEncoderConfig(
          ModelType.HYPENCODER,
          Optional.of(
              new QNetConfig(
                  List.of(4, 4, 4, 1), Activation.TANH, true, 0.3, true, true, true, false)),
          Pooling.CLS,
          Pooling.MEAN,
          false,
          BERT,
          true,
          false,
          Optional.of(Pooling.MEAN),
          "some/base");
  private static final DualEncoderConfig BIENCODER =
      new DualEncoderConfig(
          ModelType.BIENCODER,
          Optional.empty(),
          Pooling.MEAN,
          Pooling.CLS,
          true,
          BERT,
          false,
          true,
          Optional.empty(),
          "");
  private static final ModelSettings SETTINGS =
      new ModelSettings(
          new QueryTemplate(new ContextWindow(128, WindowUnit.WHOLE_WORDS)),
          new ItemTemplate(ItemTemplate.Description.DEFINITION, 100),
          12,
          16,
          Similarity.COSINE,
          Map.of("seed", "1", "corpus", "abc"));

  @TempDir Path temporary;
  private Path model;
  private Tokenizer tokenizer;

  @BeforeEach
  void openTokenizer() throws IOException {
    model = temporary.resolve("model");
    Path vocabulary = Files.createDirectory(temporary.resolve("vocabulary"));
    Files.writeString(vocabulary.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\nheart\n");
    tokenizer = Tokenizer.open(vocabulary);
  }

  @AfterEach
  void closeTokenizer() {
    tokenizer.close();
  }

  @Test
  void aHypencoderComesBackAsItWas() throws IOException {
    Map<String, Tensor> tensors = tensors(ModelTensors.of(HYPENCODER));
    ModelDirectory.write(model, HYPENCODER, SETTINGS, tensors, tokenizer);
    try (ModelDirectory read = ModelDirectory.open(model)) {
      assertThat(read.config()).isEqualTo(HYPENCODER);
      assertThat(read.settings()).isEqualTo(SETTINGS);
      assertThat(read.weights().names()).isEqualTo(tensors.keySet());
      for (String name : tensors.keySet()) {
        assertThat(read.weights().shape(name)).isEqualTo(tensors.get(name).shape());
        assertThat(read.weights().floats(name)).isEqualTo(tensors.get(name).values());
      }
      assertThat(read.tokenizer().encode(List.of("heart"), 8)).containsExactly(new int[] {2, 4, 3});
      assertThat(read.fingerprint()).matches("[0-9a-f]{64}");
    }
  }

  @Test
  void aSharedEncoderIsWrittenUnderBothNames() throws IOException {
    SortedMap<String, Tensor> tensors = tensors(ModelTensors.of(BIENCODER));
    tensors.keySet().removeIf(name -> name.startsWith(ModelTensors.ITEM_TRANSFORMER));
    ModelDirectory.write(model, BIENCODER, SETTINGS, tensors, tokenizer);
    try (ModelDirectory read = ModelDirectory.open(model)) {
      assertThat(read.config()).isEqualTo(BIENCODER);
      String name = "encoder.layer.1.output.dense.weight";
      assertThat(read.weights().floats(ModelTensors.ITEM_TRANSFORMER + name))
          .isEqualTo(read.weights().floats(ModelTensors.QUERY_TRANSFORMER + name));
    }
    SafeTensorsWriter.write(model.resolve("model.safetensors"), tensors, Map.of());
    try (ModelDirectory read = ModelDirectory.open(model)) {
      assertThat(read.weights().names()).isEqualTo(tensors.keySet());
    }
  }

  @Test
  void aTrainedModelsQueryTransformerIsABaseToTrainFrom() throws IOException {
    Map<String, Tensor> tensors = tensors(ModelTensors.of(HYPENCODER));
    ModelDirectory.write(model, HYPENCODER, SETTINGS, tensors, tokenizer);
    try (PretrainedBert base = PretrainedBert.open(model)) {
      assertThat(base.config()).isEqualTo(HYPENCODER.bert());
      assertThat(base.weights().names())
          .containsExactlyElementsOf(ModelTensors.of(HYPENCODER.bert()).keySet());
      String name = "encoder.layer.0.output.dense.weight";
      assertThat(base.weights().floats(name))
          .isEqualTo(tensors.get(ModelTensors.QUERY_TRANSFORMER + name).values());
    }
  }

  @Test
  void aProjectionComesBackAndIsPartOfABase() throws IOException {
    DualEncoderConfig narrow = projected(BIENCODER, 3);
    SortedMap<String, Tensor> tensors = tensors(ModelTensors.of(narrow));
    assertThat(tensors.get("passage_encoder.projection.weight").shape()).containsExactly(3, 4);
    assertThat(tensors).doesNotContainKey("query_encoder.projection.weight");
    ModelDirectory.write(model, narrow, SETTINGS, tensors, tokenizer);
    try (ModelDirectory read = ModelDirectory.open(model);
        PretrainedBert base = PretrainedBert.open(model)) {
      assertThat(read.config()).isEqualTo(narrow);
      assertThat(read.config().embeddingWidth()).isEqualTo(3);
      assertThat(base.projection().orElseThrow().values())
          .isEqualTo(tensors.get("passage_encoder.projection.weight").values());
    }
    Path config = model.resolve("config.json");
    String good = Files.readString(config);
    refusedWith(
        config,
        good.replace("_projection\" : 3", "_projection\" : 2"),
        "shape of 'passage_encoder.projection.weight'; expected [2, 4], found [3, 4]");
    refusedWith(
        config,
        good.replace("_projection\" : 3", "_projection\" : 5"),
        "embedding_projection must be from 1 to the encoder's hidden_size 4, found: 5");
    refusedWith(
        config,
        good.replace("embedding_projection", "other"),
        "no place for 'passage_encoder.projection.weight'");
    SortedMap<String, Tensor> without = new TreeMap<>(tensors);
    without.remove("passage_encoder.projection.weight");
    SafeTensorsWriter.write(model.resolve("model.safetensors"), without, Map.of());
    refused("no tensor 'passage_encoder.projection.weight' of shape [3, 4]");
  }

  @Test
  void aModelWithoutProjectionSaysNothingOfIt() throws IOException {
    ModelDirectory.write(
        model, HYPENCODER, SETTINGS, tensors(ModelTensors.of(HYPENCODER)), tokenizer);
    assertThat(Files.readString(model.resolve("config.json"))).doesNotContain("projection");
  }

  @Test
  void theFingerprintIsOfWhatDecidesTheOutput() throws IOException {
    SortedMap<String, Tensor> tensors = tensors(ModelTensors.of(HYPENCODER));
    String first = fingerprint(SETTINGS, tensors);
    assertThat(fingerprint(SETTINGS, tensors)).isEqualTo(first);
    assertThat(fingerprint(settings(SETTINGS.queryMaxLength(), Map.of("seed", "2")), tensors))
        .isEqualTo(first);
    assertThat(fingerprint(settings(9, SETTINGS.provenance()), tensors)).isNotEqualTo(first);
    tensors.put("query_encoder.hyper_base_vectors.0", Tensor.of(new float[4], 1, 4));
    assertThat(fingerprint(SETTINGS, tensors)).isNotEqualTo(first);
  }

  @Test
  void partsThatDoNotFitAreNotWritten() {
    SortedMap<String, Tensor> tensors = tensors(ModelTensors.of(HYPENCODER));
    Tensor removed = tensors.remove("query_encoder.key_projections.4.bias");
    notWritten(SETTINGS, tensors, "no tensor 'query_encoder.key_projections.4.bias' of shape [4]");
    tensors.put("query_encoder.key_projections.4.bias", removed);
    tensors.put("query_encoder.key_projections.5.bias", removed);
    notWritten(SETTINGS, tensors, "no place for 'query_encoder.key_projections.5.bias'");
    tensors.remove("query_encoder.key_projections.5.bias");
    tensors.put("query_encoder.hyper_base_matrices.2", Tensor.of(new float[4], 1, 4, 1));
    notWritten(SETTINGS, tensors, "expected [1, 1, 4], found [1, 4, 1]");
    notWritten(
        settings(17, Map.of()),
        tensors(ModelTensors.of(HYPENCODER)),
        "the encoder reads at most 16 tokens");
  }

  @Test
  void faultsAreNamedWhenOpened() throws IOException {
    refused("no such model directory");
    ModelDirectory.write(
        model, HYPENCODER, SETTINGS, tensors(ModelTensors.of(HYPENCODER)), tokenizer);
    Path config = model.resolve("config.json");
    String good = Files.readString(config);
    refusedWith(config, good.replace("\"do_layer_norm\"", "\"layernorm\""), "unknown key query_e");
    refusedWith(config, good.replace("\"tanh\"", "\"swish\""), "unknown activation_type 'swish'");
    refusedWith(config, good.replace("\"mean\"", "\"max\""), "expected cls or mean, found \"max\"");
    refusedWith(config, good.replace("\"hypencoder\"", "\"t5\""), "wrong model_type");
    refusedWith(config, good.replace("\"bert\"", "\"t5\""), "wrong transformer_config.model_type");
    refusedWith(config, good.replace("[ 4, 4, 4, 1 ]", "[ 4, 4, 1 ]"), "expected [1, 1, 4], found");
    refusedWith(config, good.replace("passage_encoder_kwargs", "other"), "not a trained model");
    refusedWith(
        config, good.replace("\"vocab_size\" : 8", "\"vocab_size\" : 9"), "expected [9, 4]");
    refusedWith(config, good.replace("transformer_config", "other"), "number of attention heads");
    Path settings = model.resolve("hyperlinker.json");
    String goodSettings = Files.readString(settings);
    refusedWith(settings, goodSettings.replace("\"format\" : 1", "\"format\" : 2"), "expected 1;");
    refusedWith(settings, goodSettings.replace("whole_words", "lines"), "wrong query.unit");
    refusedWith(settings, goodSettings.replace(": 16", ": 17"), "reads at most 16 tokens");
    refusedWith(settings, goodSettings.replace("cosine", "dot"), "inner_product, cosine");
    Files.delete(model.resolve("tokenizer.json"));
    refused("no tokenizer; copy");
    Files.writeString(model.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nb\nc\nd\ne\n");
    refused("the tokenizer does not fit the weights; expected at most 8 tokens, found 9");
    Files.delete(config);
    refused("not a model directory: no config.json");
  }

  @Test
  void anOfficialCheckpointNeedsNoSizes() throws IOException {
    BertConfig bert = new BertConfig(5, 128, 1, 2, 8, 20, 2, 1e-12, Activation.GELU, 0.1, 0.1, 0);
    DualEncoderConfig expected =
        new DualEncoderConfig(
            ModelType.HYPENCODER,
            Optional.of(QNetConfig.of(List.of(128, 1))),
            Pooling.CLS,
            Pooling.CLS,
            true,
            bert,
            false,
            false,
            Optional.empty(),
            "google-bert/bert-base-uncased");
    SortedMap<String, Tensor> tensors = tensors(ModelTensors.of(expected));
    tensors.put("query_encoder.transformer.pooler.dense.bias", Tensor.of(new float[128], 128));
    Files.createDirectory(model);
    tokenizer.save(model);
    SafeTensorsWriter.write(model.resolve("model.safetensors"), tensors, Map.of());
    Files.writeString(
        model.resolve("config.json"),
        """
        {"architectures": ["HypencoderDualEncoder"], "loss_kwargs": [{}], "loss_type": ["margin_mse"],
         "passage_encoder_kwargs": {"freeze_transformer": false, "pooling_type": "cls",
            "model_name_or_path": "google-bert/bert-base-uncased"},
         "passage_encoder_type": "", "query_encoder_type": "", "shared_encoder": true,
         "query_encoder_kwargs": {"base_encoder_output_dim": 128, "embedding_representation": null,
            "converter_kwargs": {"activation_type": "relu", "vector_dimensions": [128, 1]},
            "freeze_transformer": false, "model_name_or_path": "google-bert/bert-base-uncased"},
         "torch_dtype": "float32", "transformers_version": "4.44.2"}
        """);
    try (ModelDirectory read = ModelDirectory.open(model)) {
      assertThat(read.config()).isEqualTo(expected);
      assertThat(read.settings().queryMaxLength()).isEqualTo(20);
      assertThat(read.settings().query()).isEqualTo(QueryTemplate.NAME_ONLY);
    }
  }

  @Test
  void aQNetNeedsAHypencoderOfItsWidth() {
    assertThatThrownBy(() -> typed(ModelType.BIENCODER, Optional.of(QNetConfig.of(List.of(4, 1)))))
        .hasMessageContaining("a biencoder has no converter_kwargs");
    assertThatThrownBy(() -> typed(ModelType.HYPENCODER, Optional.empty()))
        .hasMessageContaining("needs converter_kwargs");
    assertThatThrownBy(() -> typed(ModelType.HYPENCODER, Optional.of(QNetConfig.of(List.of(5, 1)))))
        .hasMessageContaining("hidden_size 4, found: [5, 1]");
    assertThatThrownBy(() -> projected(HYPENCODER, 3))
        .hasMessage(
            "vector_dimensions must start with embedding_projection 3, found: [4, 4, 4, 1]");
  }

  private static DualEncoderConfig projected(DualEncoderConfig wide, int width) {
    return new DualEncoderConfig(
        wide.modelType(),
        wide.qNet(),
        wide.queryPooling(),
        wide.itemPooling(),
        wide.sharedEncoder(),
        wide.bert(),
        wide.freezeQuery(),
        wide.freezeItem(),
        wide.embeddingRepresentation(),
        wide.baseModel(),
        OptionalInt.of(width));
  }

  static SortedMap<String, Tensor> tensors(Map<String, long[]> shapes) {
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    shapes.forEach(
        (name, shape) -> {
          int count = 1;
          for (long axis : shape) {
            count *= (int) axis;
          }
          float[] values = new float[count];
          for (int i = 0; i < count; i++) {
            values[i] = name.hashCode() % 100 + i / 8f;
          }
          tensors.put(name, new Tensor(shape, values));
        });
    return tensors;
  }

  private static DualEncoderConfig typed(ModelType type, Optional<QNetConfig> qNet) {
    return new DualEncoderConfig(
        type, qNet, Pooling.CLS, Pooling.CLS, false, BERT, false, false, Optional.empty(), "");
  }

  private static ModelSettings settings(int queryMaxLength, Map<String, String> provenance) {
    return new ModelSettings(
        SETTINGS.query(),
        SETTINGS.item(),
        queryMaxLength,
        SETTINGS.itemMaxLength(),
        SETTINGS.similarity(),
        provenance);
  }

  private String fingerprint(ModelSettings settings, Map<String, Tensor> tensors)
      throws IOException {
    ModelDirectory.write(model, HYPENCODER, settings, tensors, tokenizer);
    try (ModelDirectory read = ModelDirectory.open(model)) {
      return read.fingerprint();
    }
  }

  private void notWritten(ModelSettings settings, Map<String, Tensor> tensors, String message) {
    assertThatThrownBy(() -> ModelDirectory.write(model, HYPENCODER, settings, tensors, tokenizer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThat(model).doesNotExist();
  }

  private void refused(String message) {
    assertThatThrownBy(() -> ModelDirectory.open(model))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(message);
  }

  private void refusedWith(Path file, String content, String message) throws IOException {
    String before = Files.readString(file);
    assertThat(content).isNotEqualTo(before);
    Files.writeString(file, content);
    refused(message);
    Files.writeString(file, before);
  }
}
