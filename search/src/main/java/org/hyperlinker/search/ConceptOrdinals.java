package org.hyperlinker.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.search.index.EmbeddedRows;

/** Numbers the concepts of rows in the order of their first rows. */
final class ConceptOrdinals {

  private final int[] ofRow;
  private final Map<ConceptId, Integer> ofConcept = new HashMap<>();

  ConceptOrdinals(EmbeddedRows rows) {
    this.ofRow = new int[rows.size()];
    for (int row = 0; row < ofRow.length; row++) {
      Integer known = ofConcept.putIfAbsent(rows.row(row).concept(), ofConcept.size());
      ofRow[row] = known == null ? ofConcept.size() - 1 : known;
    }
  }

  int count() {
    return ofConcept.size();
  }

  OptionalInt of(ConceptId concept) {
    Integer ordinal = ofConcept.get(concept);
    return ordinal == null ? OptionalInt.empty() : OptionalInt.of(ordinal);
  }

  /** The best row of each concept, of equal ones the first. */
  int[] bestRows(float[] scores) {
    int[] best = new int[count()];
    Arrays.fill(best, -1);
    for (int row = 0; row < ofRow.length; row++) {
      int concept = ofRow[row];
      if (best[concept] < 0 || scores[row] > scores[best[concept]]) {
        best[concept] = row;
      }
    }
    return best;
  }
}
