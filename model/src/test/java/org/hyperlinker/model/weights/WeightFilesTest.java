package org.hyperlinker.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.model.ModelFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFilesTest {

  private static final Tensor ONE = Tensor.of(new float[] {1}, 1);
  private static final Tensor TWO = Tensor.of(new float[] {2, 3}, 2, 1);

  @TempDir Path directory;

  @Test
  void shardsAreOneModel() throws IOException {
    shards();
    index("{\"metadata\":{},\"weight_map\":{\"a\":\"1.safetensors\",\"b\":\"2.safetensors\"}}");
    try (Weights weights = WeightFiles.open(directory)) {
      assertThat(weights.names()).containsExactly("a", "b");
      assertThat(weights.floats("a")).containsExactly(1);
      assertThat(weights.shape("b")).containsExactly(2, 1);
      assertThat(weights.tensor("b").values()).containsExactly(2, 3);
      assertThatThrownBy(() -> weights.floats("c")).hasMessageContaining("no tensor named 'c'");
    }
    assertThat(WeightFiles.list(directory))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("1.safetensors", "2.safetensors");
  }

  @Test
  void shardFaultsAreNamed() throws IOException {
    shards();
    refused("{\"weight_map\":{\"a\":\"3.safetensors\"}}", "names shard 3.safetensors, which is");
    refused("{\"weight_map\":{\"b\":\"1.safetensors\"}}", "tensor 'b' in 1.safetensors, not there");
    refused("{\"weight_map\":{\"a\":\"../1.safetensors\"}}", "must lie beside the index");
    refused("{\"weight_map\":{\"a\":1}}", "wrong weight_map.a; expected a text");
    refused("{\"weight_map\":{}}", "wrong weight_map; expected the file of each tensor");
    refused("{}", "wrong weight_map; expected an object, found nothing");
  }

  @Test
  void aSingleFileComesFirst() throws IOException {
    SafeTensorsWriter.write(directory.resolve("model.safetensors"), Map.of("a", ONE), Map.of());
    index("{}");
    try (Weights weights = WeightFiles.open(directory)) {
      assertThat(weights).isInstanceOf(SafeTensors.class);
    }
  }

  @Test
  void aPickleIsRefusedWithTheWayToConvertIt() throws IOException {
    assertThatThrownBy(() -> WeightFiles.open(directory))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("expected model.safetensors or model.safetensors.index.json");
    Files.createFile(directory.resolve("training_args.bin"));
    assertThatThrownBy(() -> WeightFiles.open(directory)).hasMessageContaining("no weights");
    Files.createFile(directory.resolve("pytorch_model.bin"));
    assertThatThrownBy(() -> WeightFiles.open(directory))
        .hasMessageContaining("python -c")
        .hasMessageContaining("safetensors.torch.save_file")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> WeightFiles.open(directory.resolve("none")))
        .hasMessageContaining("no such model directory");
  }

  @Test
  void renamedWeightsShowTheirSelection() {
    Weights view =
        new RenamedWeights(
            new InMemoryWeights(Map.of("x.a", ONE, "b", TWO)),
            name -> name.startsWith("x.") ? Optional.of(name.substring(2)) : Optional.empty());
    assertThat(view.names()).containsExactly("a");
    assertThat(view.floats("a")).containsExactly(1);
    assertThatThrownBy(() -> view.shape("b")).hasMessageContaining("no tensor named 'b'");
    assertThatThrownBy(
            () ->
                new RenamedWeights(
                    new InMemoryWeights(Map.of("a", ONE, "b", TWO)), name -> Optional.of("c")))
        .hasMessageContaining("both 'c'");
  }

  private void shards() throws IOException {
    SafeTensorsWriter.write(directory.resolve("1.safetensors"), Map.of("a", ONE), Map.of());
    SafeTensorsWriter.write(directory.resolve("2.safetensors"), Map.of("b", TWO), Map.of());
  }

  private void index(String json) throws IOException {
    Files.writeString(directory.resolve("model.safetensors.index.json"), json);
  }

  private void refused(String json, String message) throws IOException {
    index(json);
    assertThatThrownBy(() -> WeightFiles.open(directory))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(message);
  }
}
