package org.hyperlinker.training.data;

/**
 * How many items an example gives to a batch.
 *
 * @param filter which items are positives; all others are negatives, except items with the id of a
 *     positive
 * @param positives positives for each example; each makes a row of its own, because one softmax has
 *     one target
 * @param allPositives take all positives in file order instead of drawing {@code positives}
 * @param negatives negatives for each row
 * @param allNegatives take all negatives in file order instead of drawing {@code negatives}
 * @param useScores whether scores become teacher scores
 * @param seed of the drawing
 */
public record Sampling(
    PositiveFilter filter,
    int positives,
    boolean allPositives,
    int negatives,
    boolean allNegatives,
    boolean useScores,
    long seed) {

  /** Refuses impossible counts. */
  public Sampling {
    if (positives < 1 || negatives < 0) {
      throw new IllegalArgumentException(
          "num_positives_to_sample is 1 or more and num_negatives_to_sample 0 or more, found: "
              + positives
              + " and "
              + negatives);
    }
  }
}
