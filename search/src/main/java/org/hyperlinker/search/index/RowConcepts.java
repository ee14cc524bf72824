package org.hyperlinker.search.index;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * The concepts of rows, each with a number from 0 on. Safe for many threads, as long as the rows
 * are open.
 */
public final class RowConcepts {

  private final int[] ofRow;
  private final int count;
  private final Function<ConceptId, OptionalInt> ofConcept;

  /**
   * Known numbers.
   *
   * @param ofRow for each row its concept's number; not copied
   * @param count how many concepts there are
   * @param ofConcept the number of a concept, if it has a row; safe for many threads
   */
  RowConcepts(int[] ofRow, int count, Function<ConceptId, OptionalInt> ofConcept) {
    this.ofRow = ofRow;
    this.count = count;
    this.ofConcept = ofConcept;
  }

  /** Numbers the concepts of rows in the order of their first rows; reads every row. */
  static RowConcepts number(EmbeddedRows rows) {
    int[] ofRow = new int[rows.size()];
    Map<ConceptId, Integer> numbers = new HashMap<>();
    for (int row = 0; row < ofRow.length; row++) {
      Integer known = numbers.putIfAbsent(rows.row(row).concept(), numbers.size());
      ofRow[row] = known == null ? numbers.size() - 1 : known;
    }
    return new RowConcepts(
        ofRow,
        numbers.size(),
        concept -> {
          Integer number = numbers.get(concept);
          return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        });
  }

  /** The concepts of some of the rows, numbered anew. */
  RowConcepts restrictedTo(int[] rows) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] part = new int[rows.length];
    for (int row = 0; row < part.length; row++) {
      Integer known = numbers.putIfAbsent(ofRow[rows[row]], numbers.size());
      part[row] = known == null ? numbers.size() - 1 : known;
    }
    return new RowConcepts(
        part,
        numbers.size(),
        concept -> {
          OptionalInt whole = ofConcept.apply(concept);
          Integer number = whole.isPresent() ? numbers.get(whole.getAsInt()) : null;
          return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        });
  }

  /** How many concepts there are. */
  public int count() {
    return count;
  }

  /** How many rows there are. */
  public int rows() {
    return ofRow.length;
  }

  /** The number of a row's concept. */
  public int ofRow(int row) {
    return ofRow[row];
  }

  /** The number of a concept, if it has a row. */
  public OptionalInt of(ConceptId concept) {
    return ofConcept.apply(concept);
  }
}
