package org.hyperlinker.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the best of many scored rows: higher scores first, of equal ones the smaller row. A heap
 * with the worst on top; it starts empty and not at score 0, as scores may all be negative.
 */
final class TopK {

  private final int[] rows;
  private final float[] scores;
  private int size;

  TopK(int capacity) {
    this.rows = new int[capacity];
    this.scores = new float[capacity];
  }

  /** Whether the first comes before the second. */
  static boolean better(float score, int row, float otherScore, int otherRow) {
    return score > otherScore || (score == otherScore && row < otherRow);
  }

  void offer(int row, float score) {
    if (size < rows.length) {
      int at = size++;
      while (at > 0 && better(scores[(at - 1) / 2], rows[(at - 1) / 2], score, row)) {
        move((at - 1) / 2, at);
        at = (at - 1) / 2;
      }
      put(at, row, score);
    } else if (size > 0 && better(score, row, scores[0], rows[0])) {
      sink(row, score);
    }
  }

  /** Empties the heap, best first. */
  List<SearchHit> drain() {
    List<SearchHit> worstFirst = new ArrayList<>(size);
    while (size > 0) {
      worstFirst.add(new SearchHit(rows[0], scores[0]));
      size--;
      if (size > 0) {
        sink(rows[size], scores[size]);
      }
    }
    return worstFirst.reversed();
  }

  /** Replaces the top. */
  private void sink(int row, float score) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size
          && better(scores[child], rows[child], scores[child + 1], rows[child + 1])) {
        child++;
      }
      if (!better(score, row, scores[child], rows[child])) {
        break;
      }
      move(child, at);
      at = child;
    }
    put(at, row, score);
  }

  private void move(int from, int to) {
    put(to, rows[from], scores[from]);
  }

  private void put(int at, int row, float score) {
    rows[at] = row;
    scores[at] = score;
  }
}
