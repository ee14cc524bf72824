package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Token sequences padded to the longest of the batch.
 *
 * @param ids {@code (sequences, tokens)}, int64
 * @param mask {@code (sequences, tokens)}, float: 1 for a token, 0 for padding
 */
public record TokenBatch(NDArray ids, NDArray mask) {

  /** Pads these sequences, of which there is at least one, none of them empty. */
  public static TokenBatch pad(NDManager manager, List<int[]> sequences, int padId) {
    int longest = sequences.stream().mapToInt(tokens -> tokens.length).max().orElseThrow();
    long[] ids = new long[sequences.size() * longest];
    float[] mask = new float[ids.length];
    Arrays.fill(ids, padId);
    for (int row = 0; row < sequences.size(); row++) {
      int[] tokens = sequences.get(row);
      for (int at = 0; at < tokens.length; at++) {
        ids[row * longest + at] = tokens[at];
        mask[row * longest + at] = 1f;
      }
    }
    Shape shape = new Shape(sequences.size(), longest);
    return new TokenBatch(manager.create(ids, shape), manager.create(mask, shape));
  }

  /** The number of sequences. */
  public long sequences() {
    return ids.getShape().get(0);
  }

  /** The padded length. */
  public long tokens() {
    return ids.getShape().get(1);
  }

  /** {@code (sequences, 1, tokens)}: 0 for a token, a number below every score for padding. */
  NDArray additiveMask() {
    return mask.sub(1f).mul(1e30f).expandDims(1);
  }
}
