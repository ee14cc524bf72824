package org.hyperlinker.evaluation.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's correction: p-values as large as their family of tests demands. */
public final class Holm {

  private Holm() {}

  /**
   * The corrected p-values in the given order. Rejecting those at most alpha errs at all with a
   * chance of at most alpha.
   */
  public static double[] corrected(double[] family) {
    int[] order =
        IntStream.range(0, family.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> family[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] corrected = new double[family.length];
    double largest = 0;
    for (int place = 0; place < order.length; place++) {
      largest = Math.max(largest, (family.length - place) * family[order[place]]);
      corrected[order[place]] = Math.min(1, largest);
    }
    return corrected;
  }
}
