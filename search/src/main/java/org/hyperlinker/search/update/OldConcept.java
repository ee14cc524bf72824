package org.hyperlinker.search.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexRow;

/**
 * A concept as an index has it.
 *
 * @param preferredName the name that is shown
 * @param names those that have rows, training mentions aside
 */
record OldConcept(String preferredName, List<String> names) {

  /** The concepts of an index in the order of its rows. */
  static Map<ConceptId, OldConcept> of(EmbeddingIndex index) {
    Map<ConceptId, OldConcept> concepts = new LinkedHashMap<>();
    for (int i = 0; i < index.size(); i++) {
      IndexRow row = index.row(i);
      OldConcept concept =
          concepts.computeIfAbsent(
              row.concept(), _ -> new OldConcept(row.preferredName(), new ArrayList<>()));
      if (!row.remembered()) {
        concept.names().add(row.name());
      }
    }
    return concepts;
  }

  /** In what form names are compared. */
  static String form(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
