package org.hyperlinker.model.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.weights.SafeTensorsWriter;
import org.hyperlinker.model.weights.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedBertTest {

  private static final BertConfig BERT =
      new BertConfig(6, 4, 1, 2, 6, 16, 2, 1e-5, Activation.RELU, 0.1, 0.1, 0);
  private static final String CONFIG =
      """
      {"model_type": "bert", "vocab_size": 6, "hidden_size": 4, "num_hidden_layers": 1,
       "num_attention_heads": 2, "intermediate_size": 6, "max_position_embeddings": 16,
       "layer_norm_eps": 1e-5, "hidden_act": "relu", "classifier_dropout": null}
      """;

  @TempDir Path directory;

  @BeforeEach
  void writeConfigAndVocabulary() throws IOException {
    Files.writeString(directory.resolve("config.json"), CONFIG);
    Files.writeString(directory.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\nheart\n");
  }

  @Test
  void oldNamesPrefixAndHeadsAreUnderstood() throws IOException {
    SortedMap<String, Tensor> tensors = ModelDirectoryTest.tensors(ModelTensors.of(BERT));
    SortedMap<String, Tensor> old = new TreeMap<>();
    tensors.forEach(
        (name, tensor) ->
            old.put(
                "bert."
                    + name.replace("LayerNorm.weight", "LayerNorm.gamma")
                        .replace("LayerNorm.bias", "LayerNorm.beta"),
                tensor));
    old.put("bert.pooler.dense.bias", Tensor.of(new float[4], 4));
    old.put("bert.embeddings.position_ids", Tensor.of(new float[16], 1, 16));
    old.put("cls.predictions.bias", Tensor.of(new float[6], 6));
    write(old);
    try (PretrainedBert bert = PretrainedBert.open(directory)) {
      assertThat(bert.config()).isEqualTo(BERT);
      assertThat(bert.weights().names()).isEqualTo(tensors.keySet());
      assertThat(bert.weights().floats("embeddings.LayerNorm.bias"))
          .isEqualTo(tensors.get("embeddings.LayerNorm.bias").values());
    }
  }

  @Test
  void plainNamesAreRead() throws IOException {
    SortedMap<String, Tensor> tensors = ModelDirectoryTest.tensors(ModelTensors.of(BERT));
    write(tensors);
    try (PretrainedBert bert = PretrainedBert.open(directory)) {
      assertThat(bert.weights().names()).isEqualTo(tensors.keySet());
      assertThat(bert.tokenizer().vocabularySize()).isEqualTo(5);
    }
  }

  @Test
  void faultsAreNamed() throws IOException {
    refused(CONFIG, "no weights");
    SortedMap<String, Tensor> tensors = ModelDirectoryTest.tensors(ModelTensors.of(BERT));
    write(tensors);
    refused(CONFIG.replace("bert", "roberta"), "wrong model_type; expected bert");
    refused(CONFIG.replace("relu", "gelu_new"), "unknown activation_type 'gelu_new'");
    refused(CONFIG.replace("heads\": 2", "heads\": 3"), "must divide hidden_size");
    refused(CONFIG.replace("\"vocab_size\": 6,", ""), "wrong vocab_size; expected a whole number");
    refused(CONFIG.replace("layers\": 1", "layers\": 2"), "no tensor 'encoder.layer.1.");
    refused(CONFIG.replace("size\": 6, \"max", "size\": 7, \"max"), "expected [7], found [6]");
    refused("", "expected an object, found nothing");
    tensors.put("encoder.layer.1.output.dense.bias", Tensor.of(new float[4], 4));
    write(tensors);
    refused(CONFIG, "no place for 'encoder.layer.1.output.dense.bias'");
  }

  private void write(Map<String, Tensor> tensors) throws IOException {
    SafeTensorsWriter.write(directory.resolve("model.safetensors"), tensors, Map.of());
  }

  private void refused(String config, String message) throws IOException {
    Files.writeString(directory.resolve("config.json"), config);
    assertThatThrownBy(() -> PretrainedBert.open(directory))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(message);
  }
}
