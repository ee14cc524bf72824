package org.hyperlinker.evaluation.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hyperlinker.linking.confidence.Calibration;

/**
 * The rising steps that are nearest to what came of raw probabilities (pool adjacent violators).
 */
final class IsotonicRegression {

  private static final class Block {
    private double raw;
    private double right;
    private double size;

    double level() {
      return right / size;
    }

    void take(Block other) {
      raw += other.raw;
      right += other.right;
      size += other.size;
    }
  }

  private IsotonicRegression() {}

  /**
   * A knot in the middle of each step. Levels stay off 0 and 1 by one part in the number of
   * examples: no finite number of them makes certain.
   */
  static List<Calibration.Knot> fit(double[] raw, boolean[] right) {
    List<Block> blocks = new ArrayList<>();
    int[] order =
        IntStream.range(0, raw.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> raw[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double last = Double.NaN;
    for (int i : order) {
      Block one = new Block();
      one.raw = raw[i];
      one.right = right[i] ? 1 : 0;
      one.size = 1;
      if (raw[i] == last) {
        blocks.getLast().take(one);
      } else {
        pool(blocks);
        blocks.add(one);
      }
      last = raw[i];
    }
    pool(blocks);
    double edge = 1.0 / (raw.length + 2);
    return blocks.stream()
        .map(b -> new Calibration.Knot(b.raw / b.size, Math.clamp(b.level(), edge, 1 - edge)))
        .toList();
  }

  /** Joins the last blocks as long as they do not rise. */
  private static void pool(List<Block> blocks) {
    while (blocks.size() > 1 && blocks.getLast().level() <= blocks.get(blocks.size() - 2).level()) {
      Block last = blocks.removeLast();
      blocks.getLast().take(last);
    }
  }
}
