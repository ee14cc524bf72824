package org.hyperlinker.search.approximate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.index.EmbeddedRows;

/** Scores chosen rows, such as those that a lookup by name found. */
public final class RowScores {

  private RowScores() {}

  /**
   * The rows with their scores, in the order given.
   *
   * @throws IllegalArgumentException if the query scores items of another width
   * @throws IllegalStateException if a score is not a number
   */
  public static List<ConceptHit> of(QueryRepresentation query, EmbeddedRows rows, int[] numbers) {
    float[] scores = new RowScorer(query, rows).score(Arrays.copyOf(numbers, numbers.length));
    return IntStream.range(0, numbers.length)
        .mapToObj(i -> new ConceptHit(rows.row(numbers[i]), numbers[i], scores[i]))
        .toList();
  }
}
