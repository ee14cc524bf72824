package org.hyperlinker.model.scoring;

/**
 * What one query thinks of items. Implementations hold no state between calls and are safe for many
 * threads.
 */
public interface Scorer {

  /** The width of the items that can be scored. */
  int dimension();

  /**
   * Scores a block.
   *
   * @param scores receives {@code block.size()} scores from {@code offset} on, in item order; they
   *     may be negative, and only those of one query compare
   * @throws IllegalArgumentException if the items have another width
   */
  void score(ItemBlock block, float[] scores, int offset);

  /** The scores of all items, in item order, by the calling thread. */
  default float[] score(PackedItems items) {
    float[] scores = new float[items.size()];
    for (ItemBlock block : items.blocks()) {
      score(block, scores, block.firstItem());
    }
    return scores;
  }
}
