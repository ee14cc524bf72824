package org.hyperlinker.search.approximate;

import java.util.List;
import java.util.stream.IntStream;
import org.hyperlinker.model.scoring.TopRows;
import org.hyperlinker.search.SearchHit;

/**
 * Rows that a search came across.
 *
 * @param hits best first; of equal scores the smaller row first
 * @param rowsScored how many scores it took, repeated ones counted again
 */
public record FoundRows(List<SearchHit> hits, int rowsScored) {

  /** Copies the hits. */
  public FoundRows {
    hits = List.copyOf(hits);
  }

  static FoundRows of(TopRows top, int rowsScored) {
    int[] rows = new int[top.size()];
    float[] scores = new float[rows.length];
    top.drain(rows, scores);
    return new FoundRows(
        IntStream.range(0, rows.length).mapToObj(i -> new SearchHit(rows[i], scores[i])).toList(),
        rowsScored);
  }
}
