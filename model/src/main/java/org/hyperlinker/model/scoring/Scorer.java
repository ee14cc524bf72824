package org.hyperlinker.model.scoring;

/**
 * What one query thinks of items. Safe for many threads: what a call needs between its steps
 * belongs to the calling thread and is kept for its next call.
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

  /**
   * Scores a block and offers its items, by their number among all packed items; the scores never
   * leave the processor's nearest cache.
   */
  default void top(ItemBlock block, TopRows best) {
    float[] scores = Workspace.ofThisThread().scores(1, block.size())[0];
    score(block, scores, 0);
    best.offer(scores, 0, block.size(), block.firstItem());
  }
}
