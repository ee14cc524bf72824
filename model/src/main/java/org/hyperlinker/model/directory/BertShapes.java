package org.hyperlinker.model.directory;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.weights.Weights;

/** Sizes of a BERT encoder taken from its tensors, for checkpoints that do not state them. */
final class BertShapes {

  /** The widths of the published BERT family, whose heads are all 64 wide. */
  private static final Set<Long> KNOWN_WIDTHS = Set.of(128L, 256L, 512L, 768L, 1024L);

  private static final int HEAD_WIDTH = 64;

  private BertShapes() {}

  /**
   * The sizes of the encoder under {@code prefix}. What no tensor tells is BERT's own: epsilon
   * 1e-12, GELU, dropout 0.1, padding 0.
   *
   * @throws ModelFileException if the number of heads cannot be known
   */
  static BertConfig infer(Path directory, Weights weights, String prefix)
      throws ModelFileException {
    long[] words = matrix(directory, weights, prefix + "embeddings.word_embeddings.weight");
    long[] positions = matrix(directory, weights, prefix + "embeddings.position_embeddings.weight");
    long[] types = matrix(directory, weights, prefix + "embeddings.token_type_embeddings.weight");
    long[] wide = matrix(directory, weights, prefix + "encoder.layer.0.intermediate.dense.weight");
    int layers = 1;
    while (weights
        .names()
        .contains(prefix + "encoder.layer." + layers + ".intermediate.dense.weight")) {
      layers++;
    }
    if (!KNOWN_WIDTHS.contains(words[1])) {
      throw new ModelFileException(
          directory,
          "config.json has no transformer_config, and an encoder "
              + words[1]
              + " wide does not tell its number of attention heads; add the base model's"
              + " config.json under that key");
    }
    return new BertConfig(
        Math.toIntExact(words[0]),
        Math.toIntExact(words[1]),
        layers,
        Math.toIntExact(words[1] / HEAD_WIDTH),
        Math.toIntExact(wide[0]),
        Math.toIntExact(positions[0]),
        Math.toIntExact(types[0]),
        1e-12,
        Activation.GELU,
        0.1,
        0.1,
        0);
  }

  private static long[] matrix(Path directory, Weights weights, String name)
      throws ModelFileException {
    if (!weights.names().contains(name)) {
      throw new ModelFileException(directory, "no tensor '" + name + "' in the weights");
    }
    long[] shape = weights.shape(name);
    if (shape.length != 2 || shape[0] < 1 || shape[0] > Integer.MAX_VALUE) {
      throw new ModelFileException(
          directory, "shape of '" + name + "'", "a matrix", Arrays.toString(shape));
    }
    return shape;
  }
}
