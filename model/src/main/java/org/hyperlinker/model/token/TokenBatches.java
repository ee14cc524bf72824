package org.hyperlinker.model.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups token sequences of like length, so that little is spent on padding. Immutable.
 *
 * @param mostSequences the most in one batch, at least 1
 * @param mostTokens the most tokens of a batch, padding included; a single longer sequence is a
 *     batch nevertheless
 * @param mostPadding the most of them that are padding, at least 0
 */
public record TokenBatches(int mostSequences, int mostTokens, int mostPadding) {

  /** Refuses batches without room. */
  public TokenBatches {
    if (mostSequences < 1 || mostTokens < 1 || mostPadding < 0) {
      throw new IllegalArgumentException(
          "a batch has room for at least one sequence and token and for 0 or more of padding, found:"
              + " %d, %d and %d".formatted(mostSequences, mostTokens, mostPadding));
    }
  }

  /** As much padding as comes. */
  public TokenBatches(int mostSequences, int mostTokens) {
    this(mostSequences, mostTokens, mostTokens);
  }

  /**
   * Sequences that are encoded together.
   *
   * @param sequences not copied
   * @param places for each sequence where it stood among all
   */
  public record Batch(List<int[]> sequences, List<Integer> places) {

    /** How many sequences there are. */
    public int size() {
      return sequences.size();
    }

    /** Where a sequence stood among all. */
    public int place(int row) {
      return places.get(row);
    }
  }

  /** All sequences in batches, shortest first; each sequence is in exactly one. */
  public List<Batch> of(List<int[]> sequences) {
    if (sequences.size() == 1) {
      return List.of(new Batch(sequences, List.of(0)));
    }
    List<Integer> order =
        IntStream.range(0, sequences.size())
            .boxed()
            .sorted(Comparator.comparingInt(place -> sequences.get(place).length))
            .toList();
    List<Batch> batches = new ArrayList<>();
    int from = 0;
    long tokens = 0;
    for (int to = 1; to <= order.size(); to++) {
      tokens += sequences.get(order.get(to - 1)).length;
      if (to == order.size() || isFull(to - from, tokens, sequences.get(order.get(to)).length)) {
        List<Integer> places = order.subList(from, to);
        batches.add(new Batch(places.stream().map(sequences::get).toList(), places));
        from = to;
        tokens = 0;
      }
    }
    return batches;
  }

  /** Whether a batch of this size has no room for a next sequence, the longest so far. */
  private boolean isFull(int size, long tokens, int nextLength) {
    return size >= mostSequences
        || (size + 1L) * nextLength > mostTokens
        || (long) size * nextLength - tokens > mostPadding;
  }
}
