package org.hyperlinker.recipe.mining;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.search.index.IndexRow;

/**
 * What may be no negative of a query: its gold concepts, and whatever reads like one of their
 * names.
 */
final class Gold {

  private final Set<ConceptId> concepts = new LinkedHashSet<>();
  private final Set<String> names = new HashSet<>();

  void add(ConceptId concept) {
    concepts.add(concept);
  }

  /** Adds names by their {@link NameKey}s. */
  void addNames(Collection<String> keys) {
    names.addAll(keys);
  }

  /** In the order of the examples. */
  Set<ConceptId> concepts() {
    return concepts;
  }

  boolean contains(ConceptId concept) {
    return concepts.contains(concept);
  }

  boolean allowsAsNegative(IndexRow row) {
    return !concepts.contains(row.concept()) && !names.contains(NameKey.of(row.name()));
  }
}
