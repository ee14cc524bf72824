package org.hyperlinker.model.scoring;

import java.util.Arrays;

/**
 * Keeps the best of many scored rows: higher scores first, of equal ones the smaller row, whatever
 * the order in which they are offered. A heap with the worst on top; it starts empty and not at
 * score 0, as scores may all be negative. Rows that score NaN are never kept but remembered, see
 * {@link #notANumber()}. Belongs to one thread at a time; allocates nothing after it is made.
 */
public final class TopRows {

  private final int[] rows;
  private final float[] scores;
  private int size;
  private int notANumber = -1;

  /**
   * An empty one.
   *
   * @param capacity how many rows to keep at most, at least 1
   */
  public TopRows(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("k is 1 or larger, found: " + capacity);
    }
    this.rows = new int[capacity];
    this.scores = new float[capacity];
  }

  /** Whether the first comes before the second. */
  public static boolean better(float score, int row, float otherScore, int otherRow) {
    return score > otherScore || (score == otherScore && row < otherRow);
  }

  /** Removes all rows. */
  public void clear() {
    size = 0;
    notANumber = -1;
  }

  /** Offers a row. */
  public void offer(int row, float score) {
    if (Float.isNaN(score)) {
      notANumber = notANumber < 0 ? row : Math.min(notANumber, row);
    } else if (size < rows.length) {
      int at = size++;
      while (at > 0 && better(scores[(at - 1) / 2], rows[(at - 1) / 2], score, row)) {
        move((at - 1) / 2, at);
        at = (at - 1) / 2;
      }
      put(at, row, score);
    } else if (better(score, row, scores[0], rows[0])) {
      sink(row, score);
    }
  }

  /**
   * Offers consecutive rows.
   *
   * @param firstRow the row that {@code scores[offset]} belongs to
   */
  public void offer(float[] scores, int offset, int count, int firstRow) {
    for (int i = 0; i < count; i++) {
      float score = scores[offset + i];
      // Written so that NaN goes on to the branch that sees it.
      if (!(score < threshold())) {
        offer(firstRow + i, score);
      }
    }
  }

  /** Offers everything that another one holds. */
  public void merge(TopRows other) {
    for (int i = 0; i < other.size; i++) {
      offer(other.rows[i], other.scores[i]);
    }
    if (other.notANumber >= 0) {
      offer(other.notANumber, Float.NaN);
    }
  }

  /** The score below which nothing is kept any more; minus infinity until it is full. */
  public float threshold() {
    return size < rows.length ? Float.NEGATIVE_INFINITY : scores[0];
  }

  /** How many rows it holds. */
  public int size() {
    return size;
  }

  /** How many rows it can hold. */
  public int capacity() {
    return rows.length;
  }

  /** The smallest row offered that scores NaN, or -1 if none does. */
  public int notANumber() {
    return notANumber;
  }

  /**
   * Empties it.
   *
   * @param bestRows receives the rows, best first; at least {@link #size()} long
   * @param bestScores receives their scores; as long
   * @return how many there were
   */
  public int drain(int[] bestRows, float[] bestScores) {
    int count = size;
    while (size > 0) {
      size--;
      bestRows[size] = rows[0];
      bestScores[size] = scores[0];
      if (size > 0) {
        sink(rows[size], scores[size]);
      }
    }
    return count;
  }

  /** Empties it and returns the rows, best first. */
  public int[] drain() {
    int[] best = new int[size];
    drain(best, new float[size]);
    return best;
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

  @Override
  public String toString() {
    return size + " of " + rows.length + " rows " + Arrays.toString(Arrays.copyOf(rows, size));
  }
}
