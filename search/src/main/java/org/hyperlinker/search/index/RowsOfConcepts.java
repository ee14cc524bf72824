package org.hyperlinker.search.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.hyperlinker.core.ontology.ConceptId;

/** The rows of each concept, one behind the other. Safe for many threads. */
public final class RowsOfConcepts {

  private final RowConcepts concepts;
  private final int[] starts;
  private final int[] rows;

  private RowsOfConcepts(RowConcepts concepts, int[] starts, int[] rows) {
    this.concepts = concepts;
    this.starts = starts;
    this.rows = rows;
  }

  /** Sorts the rows that are not left out by their concepts, in one pass. */
  public static RowsOfConcepts of(RowConcepts concepts, BitSet leftOut) {
    int[] starts = new int[concepts.count() + 1];
    for (int row = 0; row < concepts.rows(); row++) {
      if (!leftOut.get(row)) {
        starts[concepts.ofRow(row) + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] rows = new int[starts[concepts.count()]];
    for (int row = 0; row < concepts.rows(); row++) {
      if (!leftOut.get(row)) {
        rows[next[concepts.ofRow(row)]++] = row;
      }
    }
    return new RowsOfConcepts(concepts, starts, rows);
  }

  /** The rows of a concept, ascending; none if it has none. */
  public IntStream of(ConceptId concept) {
    OptionalInt number = concepts.of(concept);
    return number.isEmpty()
        ? IntStream.empty()
        : Arrays.stream(rows, starts[number.getAsInt()], starts[number.getAsInt() + 1]);
  }
}
