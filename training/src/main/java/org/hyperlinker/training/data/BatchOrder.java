package org.hyperlinker.training.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Which examples make which batch of an epoch.
 *
 * <p>With bucketing, shuffled examples are sorted by length within groups of {@value #GROUP}
 * batches and the batches shuffled again: little padding, and still a new mixture in each epoch.
 *
 * @param examples how many there are
 * @param batchSize examples in a batch; the last batch may be smaller
 * @param dropLast whether a smaller last batch is left out
 * @param shuffled whether the order changes by epoch; otherwise file order
 * @param bucketed whether batches hold examples of like length
 * @param seed of the shuffling
 */
public record BatchOrder(
    int examples, int batchSize, boolean dropLast, boolean shuffled, boolean bucketed, long seed) {

  private static final int GROUP = 50;

  /** The number of batches in an epoch. */
  public int batches() {
    return dropLast ? examples / batchSize : (examples + batchSize - 1) / batchSize;
  }

  /**
   * The batches of an epoch as indices of examples.
   *
   * @param length the length of each example
   */
  public List<List<Integer>> epoch(int epoch, IntUnaryOperator length) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, examples).boxed().toList());
    Random random = new Random(TrainingSet.mix(seed, epoch, -1));
    if (shuffled) {
      Collections.shuffle(order, random);
    }
    if (dropLast) {
      // Before the sorting, behind which it would always be the longest that are left out.
      order = order.subList(0, batches() * batchSize);
    }
    if (bucketed) {
      int group = GROUP * batchSize;
      for (int from = 0; from < order.size(); from += group) {
        order
            .subList(from, Math.min(order.size(), from + group))
            .sort(Comparator.comparingInt(length::applyAsInt));
      }
    }
    List<List<Integer>> batches = new ArrayList<>();
    for (int batch = 0; batch < batches(); batch++) {
      int from = batch * batchSize;
      batches.add(List.copyOf(order.subList(from, Math.min(order.size(), from + batchSize))));
    }
    if (bucketed && shuffled) {
      Collections.shuffle(batches, random);
    }
    return batches;
  }
}
