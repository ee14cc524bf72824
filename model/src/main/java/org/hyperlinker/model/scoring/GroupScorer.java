package org.hyperlinker.model.scoring;

/**
 * What several queries think of items, in one pass over them: an item is fetched from memory, and
 * widened to single precision, once for all. Safe for many threads, as {@link Scorer} is.
 */
public interface GroupScorer {

  /** How many queries there are, at least 1. */
  int queries();

  /** The width of the items that can be scored. */
  int dimension();

  /**
   * Scores a block.
   *
   * @param scores for each query an array that receives {@code block.size()} scores from {@code
   *     offset} on, in item order
   * @throws IllegalArgumentException if the items have another width
   */
  void score(ItemBlock block, float[][] scores, int offset);

  /**
   * Scores a block and offers its items, by their number among all packed items.
   *
   * @param best for each query what keeps its best rows
   */
  default void top(ItemBlock block, TopRows[] best) {
    float[][] scores = Workspace.ofThisThread().scores(queries(), block.size());
    score(block, scores, 0);
    for (int query = 0; query < queries(); query++) {
      best[query].offer(scores[query], 0, block.size(), block.firstItem());
    }
  }
}
