package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.directory.PretrainedBert;

/** Embeddings by a pretrained encoder as it comes, without any training. */
public final class TextEmbedder {

  private static final int BATCH = 64;
  private static final int LONGEST = 64;

  private TextEmbedder() {}

  /**
   * Embeds texts.
   *
   * @param base stays open
   * @param pooling how hidden states become one vector
   * @return {@code (texts, hidden)}
   */
  public static float[][] embed(
      PretrainedBert base, Pooling pooling, List<String> texts, NDManager manager) {
    List<float[]> embeddings = new ArrayList<>();
    try (Parameters parameters = new Parameters(manager)) {
      base.weights().names().forEach(name -> parameters.add(name, base.weights().tensor(name)));
      BertEncoder encoder = new BertEncoder(base.config(), parameters, "");
      List<int[]> tokens = base.tokenizer().encode(texts, LONGEST);
      for (int from = 0; from < texts.size(); from += BATCH) {
        List<int[]> part = tokens.subList(from, Math.min(texts.size(), from + BATCH));
        try (NDScope scope = new NDScope()) {
          scope.suppressNotUsedWarning();
          TokenBatch batch = TokenBatch.pad(manager, part, base.tokenizer().padId());
          NDArray pooled = DualEncoder.pool(encoder.forward(batch, false), batch, pooling);
          float[] values = pooled.toFloatArray();
          int width = base.config().hiddenSize();
          for (int row = 0; row < part.size(); row++) {
            embeddings.add(Arrays.copyOfRange(values, row * width, (row + 1) * width));
          }
        }
      }
    }
    return embeddings.toArray(float[][]::new);
  }
}
