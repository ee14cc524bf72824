package org.hyperlinker.search.update;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.search.update.ConceptMove.Reason;

/**
 * Finds where concepts went whose ids are gone: first by what the user and then by what the
 * ontology says, along chains of replacements; else by their names, as MeSH names no successor of a
 * record.
 */
final class ConceptMoves {

  private final NewOntology ontology;
  private final Map<String, Set<ConceptId>> byName = new HashMap<>();

  ConceptMoves(NewOntology ontology) {
    this.ontology = ontology;
    for (Concept concept : ontology.knowledgeBase().concepts()) {
      for (ConceptName name : concept.names()) {
        byName
            .computeIfAbsent(OldConcept.form(name.text()), _ -> new LinkedHashSet<>())
            .add(concept.id());
      }
    }
  }

  /** The concepts that have this name now. */
  Set<ConceptId> named(String name) {
    return byName.getOrDefault(OldConcept.form(name), Set.of());
  }

  /** Where a concept went whose id is gone; empty if nobody can tell. */
  Optional<ConceptMove> of(ConceptId id, OldConcept old) {
    return replaced(id)
        .map(
            to ->
                move(id, old, to, ontology.given().containsKey(id) ? Reason.GIVEN : Reason.STATED))
        .or(() -> only(named(old.preferredName())).map(to -> preferred(id, old, to)))
        .or(() -> mostNames(old).map(to -> move(id, old, to, Reason.NAMES)));
  }

  /** Old ids that the user mapped, but to no concept; in order. */
  List<ConceptId> lost() {
    return ontology.given().keySet().stream()
        .filter(id -> replaced(id).isEmpty())
        .sorted()
        .toList();
  }

  private ConceptMove preferred(ConceptId id, OldConcept old, ConceptId to) {
    return move(id, old, to, Reason.PREFERRED_NAME);
  }

  private ConceptMove move(ConceptId id, OldConcept old, ConceptId to, Reason reason) {
    String now = ontology.knowledgeBase().find(to).orElseThrow().preferredName();
    return new ConceptMove(id, old.preferredName(), to, now, reason);
  }

  /** A replacement may be replaced itself; one that goes in circles leads nowhere. */
  private Optional<ConceptId> replaced(ConceptId from) {
    Set<ConceptId> seen = new HashSet<>();
    ConceptId id = from;
    while (id != null && !ontology.knowledgeBase().contains(id)) {
      ConceptId next = ontology.given().getOrDefault(id, ontology.stated().get(id));
      id = seen.add(id) ? next : null;
    }
    return Optional.ofNullable(id);
  }

  private Optional<ConceptId> mostNames(OldConcept old) {
    Set<String> names = new HashSet<>();
    old.names().forEach(name -> names.add(OldConcept.form(name)));
    Map<ConceptId, Integer> shared = new HashMap<>();
    names.forEach(name -> named(name).forEach(id -> shared.merge(id, 1, Integer::sum)));
    int most = shared.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<ConceptId> best =
        shared.entrySet().stream()
            .filter(entry -> entry.getValue() == most)
            .map(Map.Entry::getKey)
            .toList();
    return 2 * most >= names.size() && best.size() == 1
        ? Optional.of(best.getFirst())
        : Optional.empty();
  }

  private static Optional<ConceptId> only(Set<ConceptId> concepts) {
    return concepts.size() == 1 ? Optional.of(concepts.iterator().next()) : Optional.empty();
  }
}
