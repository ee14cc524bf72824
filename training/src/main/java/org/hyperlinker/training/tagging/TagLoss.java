package org.hyperlinker.training.tagging;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.hyperlinker.training.network.Scalars;

/** The mean cross-entropy over the words of a batch. */
final class TagLoss {

  private TagLoss() {}

  /**
   * The loss.
   *
   * @param scores {@code (examples, tokens, tags)}
   */
  static NDArray of(NDArray scores, List<TaggerExample> examples) {
    Shape shape = scores.getShape();
    int tokens = Math.toIntExact(shape.get(1));
    int tags = Math.toIntExact(shape.get(2));
    float[] wanted = new float[Math.toIntExact(shape.size())];
    int count = 0;
    for (int row = 0; row < examples.size(); row++) {
      TaggerExample example = examples.get(row);
      for (int word = 0; word < example.tags().length; word++) {
        int tag = example.tags()[word];
        if (tag != TaggerExample.ELSEWHERE) {
          wanted[(row * tokens + example.input().words()[word]) * tags + tag] = 1;
          count++;
        }
      }
    }
    NDArray likelihoods = scores.logSoftmax(-1).mul(scores.getManager().create(wanted, shape));
    return Scalars.times(likelihoods.sum(), -1.0 / Math.max(1, count));
  }
}
