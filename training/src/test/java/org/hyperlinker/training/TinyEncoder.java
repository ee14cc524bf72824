package org.hyperlinker.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.weights.SafeTensorsWriter;
import org.hyperlinker.model.weights.Tensor;

/** A BERT of two layers and a few words, in a Hugging Face directory: fast enough for tests. */
public final class TinyEncoder {

  public static final int HIDDEN = 16;

  private static final List<String> WORDS =
      List.of(
          "[PAD]",
          "[UNK]",
          "[CLS]",
          "[SEP]",
          "[MASK]",
          "heart",
          "attack",
          "kidney",
          "failure",
          "renal",
          "cardiac",
          "arrest",
          "pain",
          "acute",
          "chronic",
          "aspirin",
          "acid",
          "sodium",
          "blood",
          "pressure",
          "high",
          "low",
          "liver",
          "hepatic",
          "disease",
          "injury",
          "infarction",
          "myocardial");

  private TinyEncoder() {}

  /** Writes the directory with weights drawn from a fixed seed. */
  public static Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.write(directory.resolve("vocab.txt"), WORDS);
    Files.writeString(
        directory.resolve("config.json"),
        """
        {"model_type": "bert", "vocab_size": %d, "hidden_size": 16, "num_hidden_layers": 2,
         "num_attention_heads": 2, "intermediate_size": 32, "max_position_embeddings": 32,
         "type_vocab_size": 2, "layer_norm_eps": 1e-12, "hidden_act": "gelu",
         "hidden_dropout_prob": 0.1, "attention_probs_dropout_prob": 0.1, "pad_token_id": 0}
        """
            .formatted(WORDS.size()));
    Random random = new Random(7);
    Map<String, Tensor> tensors = new TreeMap<>();
    ModelTensors.of(config())
        .forEach(
            (name, shape) -> {
              long size = 1;
              for (long axis : shape) {
                size *= axis;
              }
              float[] values = new float[(int) size];
              for (int i = 0; i < values.length; i++) {
                values[i] =
                    name.endsWith("LayerNorm.weight") ? 1 : (float) (random.nextGaussian() * 0.3);
              }
              tensors.put(name, new Tensor(shape, values));
            });
    SafeTensorsWriter.write(
        directory.resolve("model.safetensors"), tensors, SafeTensorsWriter.PYTORCH);
    return directory;
  }

  /** The sizes that {@link #write} writes. */
  public static BertConfig config() {
    return new BertConfig(
        WORDS.size(), HIDDEN, 2, 2, 32, 32, 2, 1e-12, Activation.GELU, 0.1, 0.1, 0);
  }
}
