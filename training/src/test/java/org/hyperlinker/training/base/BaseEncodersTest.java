package org.hyperlinker.training.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.token.Tokenizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseEncodersTest {

  private static PretrainedBert minilm;

  @BeforeAll
  static void open() throws IOException {
    minilm = BaseEncoders.resolve("all-MiniLM-L6-v2");
  }

  @AfterAll
  static void close() {
    minilm.close();
  }

  private static final List<String> TEXTS =
      List.of(
          "breast cancer",
          "Sjögren's SYNDROME [SEP] (dry-mouth) of unknown ætiology, 1.5% β-catenin",
          "",
          "naïve  \t tab\u00a0space 苯妥英 [MASK] zzzzqqqq☃");

  @ParameterizedTest
  @CsvSource({
    "sentence-transformers/all-MiniLM-L6-v2, 6",
    "BAAI/bge-small-en-v1.5, 12",
    "intfloat/e5-small-v2, 12"
  })
  void bundledEncodersHaveTheirPublishedSizes(String name, int layers) throws IOException {
    try (PretrainedBert bert = BaseEncoders.resolve(name)) {
      assertThat(bert.config())
          .isEqualTo(
              new BertConfig(
                  30522, 384, layers, 12, 1536, 512, 2, 1e-12, Activation.GELU, 0.1, 0.1, 0));
      assertThat(bert.weights().names()).isEqualTo(ModelTensors.of(bert.config()).keySet());
      assertThat(bert.tokenizer().vocabularySize()).isEqualTo(30522);
    }
  }

  @Test
  void linearLayersAreTransposedFromTheirNodes() throws IOException {
    FloatBuffer original;
    try (InputStream stream = getClass().getResourceAsStream("/all-minilm-l6-v2.onnx")) {
      original =
          ModelProto.parseFrom(stream).getGraph().getInitializerList().stream()
              .filter(tensor -> tensor.getName().equals("onnx::MatMul_896"))
              .findFirst()
              .orElseThrow()
              .getRawData()
              .asReadOnlyByteBuffer()
              .order(ByteOrder.LITTLE_ENDIAN)
              .asFloatBuffer();
    }
    String name = "encoder.layer.0.intermediate.dense.weight";
    assertThat(minilm.weights().shape(name)).containsExactly(1536, 384);
    float[] values = minilm.weights().floats(name);
    assertThat(values[1]).isEqualTo(original.get(1536));
    assertThat(values[700 * 384 + 21]).isEqualTo(original.get(21 * 1536 + 700));
  }

  @Test
  void tokenIdsAreThePublishedOnes() throws IOException {
    Tokenizer tokenizer = minilm.tokenizer();
    assertThat(tokenizer.padId()).isZero();
    assertThat(tokenizer.encode(List.of("Hello World", "a [SEP] b"), 64))
        .containsExactly(new int[] {101, 7592, 2088, 102}, new int[] {101, 1037, 102, 1038, 102});
    assertThat(tokenizer.encode(List.of("hello world world"), 4))
        .containsExactly(new int[] {101, 7592, 2088, 102});
    assertThat(tokenizer.encode(List.of("hello ".repeat(400)), 512).getFirst()).hasSize(402);
  }

  @Test
  void vocabularyAloneGivesTheSameTokens(@TempDir Path directory) throws IOException {
    JsonNode vocabulary;
    try (InputStream stream = getClass().getResourceAsStream("/all-minilm-l6-v2-tokenizer.json")) {
      vocabulary = new ObjectMapper().readTree(stream).path("model").path("vocab");
    }
    String[] pieces = new String[vocabulary.size()];
    vocabulary.properties().forEach(piece -> pieces[piece.getValue().intValue()] = piece.getKey());
    Files.write(directory.resolve("vocab.txt"), Arrays.asList(pieces));
    try (Tokenizer made = Tokenizer.open(directory)) {
      assertThat(made.encode(TEXTS, 64).toArray())
          .isEqualTo(minilm.tokenizer().encode(TEXTS, 64).toArray());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert-base-uncased", "", "all-minilm-l6-v2", "no\u0000path"})
  void unknownNamesListTheKnownOnes(String name) {
    assertThatThrownBy(() -> BaseEncoders.resolve(name))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no base encoder '" + name + "'")
        .hasMessageContaining("all-MiniLM-L6-v2, bge-small-en-v1.5, e5-small-v2")
        .hasMessageContaining("download");
  }

  @Test
  void aDirectoryIsOpenedAsOne(@TempDir Path directory) {
    assertThatThrownBy(() -> BaseEncoders.resolve(directory.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("config.json: no such file");
  }
}
