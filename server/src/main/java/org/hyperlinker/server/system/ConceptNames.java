package org.hyperlinker.server.system;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.search.index.EmbeddedRows;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexRow;

/**
 * What an index knows of a concept.
 *
 * @param preferred its display name
 * @param synonyms its other names
 */
public record ConceptNames(String preferred, List<String> synonyms) {

  /** Copies the list. */
  public ConceptNames {
    synonyms = List.copyOf(synonyms);
  }

  /** The names of a concept, if the index has it. */
  public static Optional<ConceptNames> of(ConceptId concept, EmbeddingIndex index) {
    if (!index.contains(concept)) {
      return Optional.empty();
    }
    EmbeddedRows rows = index.restrictedTo(Set.of(concept), index.remembered());
    Set<String> names = new LinkedHashSet<>();
    String preferred = "";
    for (int row = 0; row < rows.size(); row++) {
      IndexRow name = rows.row(row);
      preferred = name.preferredName();
      names.add(name.name());
    }
    names.remove(preferred);
    return Optional.of(new ConceptNames(preferred, List.copyOf(names)));
  }
}
