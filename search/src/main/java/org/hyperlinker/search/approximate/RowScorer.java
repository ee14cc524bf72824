package org.hyperlinker.search.approximate;

import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.model.scoring.Scorer;
import org.hyperlinker.model.scoring.Scorers;
import org.hyperlinker.search.ExactSearch;
import org.hyperlinker.search.index.EmbeddedRows;
import org.hyperlinker.search.index.GatheredRows;
import org.hyperlinker.search.index.VectorGraph;

/**
 * Scores rows from all over the index for one query, gathered into panels, and counts them. Belongs
 * to one thread.
 */
final class RowScorer implements VectorGraph.Scoring {

  /** Rows gathered at once: panels enough for the widest tiles, few enough to stay in cache. */
  private static final int CAPACITY = 64;

  private final EmbeddedRows rows;
  private final Scorer scorer;
  private final GatheredRows gathered;
  private final float[] panel = new float[CAPACITY];
  private int scored;

  RowScorer(QueryRepresentation query, EmbeddedRows rows) {
    ExactSearch.requireWidth(query, rows.dimension());
    this.rows = rows;
    this.scorer = Scorers.of(query);
    this.gathered = rows.gather(CAPACITY);
  }

  @Override
  public void score(int[] which, int count, float[] scores) {
    for (int from = 0; from < count; from += CAPACITY) {
      int to = Math.min(count, from + CAPACITY);
      gathered.clear();
      for (int i = from; i < to; i++) {
        gathered.add(which[i]);
      }
      scorer.score(gathered.block(), panel, 0);
      for (int i = from; i < to; i++) {
        scores[i] = checked(which[i], panel[i - from]);
      }
    }
    scored += count;
  }

  float[] score(int[] which) {
    float[] scores = new float[which.length];
    score(which, which.length, scores);
    return scores;
  }

  /**
   * Scores rows that were packed beforehand.
   *
   * @param which the rows, in the order in which they were packed
   */
  float[] score(PackedItems packed, int[] which) {
    float[] scores = scorer.score(packed);
    for (int i = 0; i < which.length; i++) {
      checked(which[i], scores[i]);
    }
    scored += which.length;
    return scores;
  }

  /** How many scores were computed so far. */
  int scored() {
    return scored;
  }

  private float checked(int row, float score) {
    if (Float.isNaN(score)) {
      throw new IllegalStateException(
          "a query scores '" + rows.row(row).name() + "' as NaN; the model's weights are damaged");
    }
    return score;
  }
}
