package org.hyperlinker.search;

import java.util.List;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.search.index.EmbeddedRows;
import org.hyperlinker.search.index.IndexRow;

/** Rows of width 1 whose embedding is their score for the query {@code (1)}. */
record MemoryRows(List<String> concepts, float[] scores) implements EmbeddedRows {

  @Override
  public int size() {
    return scores.length;
  }

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public IndexRow row(int row) {
    String concept = concepts.get(row);
    return new IndexRow(new ConceptId(concept), "name " + row, concept, NameKind.SYNONYM);
  }

  @Override
  public void embedding(int row, float[] target) {
    target[0] = scores[row];
  }
}
