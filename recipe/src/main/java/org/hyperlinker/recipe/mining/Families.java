package org.hyperlinker.recipe.mining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;

/**
 * The parents and siblings of concepts by tree number. A supplementary concept counts as a child of
 * each heading that it is mapped to.
 */
final class Families {

  /** Relatives beyond this are left out: some headings have thousands of supplementary concepts. */
  private static final int MOST = 256;

  private static final char DOT = '.';

  private final Map<ConceptId, Set<String>> places = new HashMap<>();
  private final Map<String, List<ConceptId>> at = new HashMap<>();
  private final Map<String, List<ConceptId>> below = new HashMap<>();

  Families(KnowledgeBase ontology) {
    for (Concept concept : ontology.concepts()) {
      for (String place : places(concept, ontology)) {
        places.computeIfAbsent(concept.id(), _ -> new LinkedHashSet<>()).add(place);
        at.computeIfAbsent(place, _ -> new ArrayList<>()).add(concept.id());
        parent(place)
            .ifPresent(
                parent -> below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(concept.id()));
      }
    }
  }

  /** Parents first, then siblings in the ontology's order, none of them gold. */
  List<ConceptId> of(Set<ConceptId> gold) {
    Set<ConceptId> relatives = new LinkedHashSet<>();
    List<String> parents =
        gold.stream()
            .flatMap(concept -> places.getOrDefault(concept, Set.of()).stream())
            .flatMap(place -> parent(place).stream())
            .distinct()
            .toList();
    for (Map<String, List<ConceptId>> generation : List.of(at, below)) {
      parents.forEach(parent -> relatives.addAll(generation.getOrDefault(parent, List.of())));
    }
    relatives.removeAll(gold);
    return relatives.stream().limit(MOST).toList();
  }

  private static List<String> places(Concept concept, KnowledgeBase ontology) {
    List<String> places = new ArrayList<>(concept.treeNumbers());
    for (ConceptId heading : concept.mappedTo()) {
      ontology
          .find(heading)
          .ifPresent(h -> h.treeNumbers().forEach(place -> places.add(place + DOT + concept.id())));
    }
    return places;
  }

  private static Optional<String> parent(String place) {
    int dot = place.lastIndexOf(DOT);
    return dot < 0 ? Optional.empty() : Optional.of(place.substring(0, dot));
  }
}
