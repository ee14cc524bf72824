package org.hyperlinker.evaluation.errors;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;

/**
 * How concepts lie to each other in the ontology's trees. A concept may stand in several places;
 * the nearest relation of any two counts. A supplementary concept has no place of its own: it
 * counts as a child of each heading that it is mapped to.
 */
final class Hierarchy {

  private static final char DOT = '.';

  private final KnowledgeBase ontology;

  Hierarchy(KnowledgeBase ontology) {
    this.ontology = ontology;
  }

  /** How the answer lies to the gold concept, if they lie in one branch. */
  Optional<ErrorClass> relation(ConceptId gold, ConceptId answer) {
    Set<String> right = places(gold);
    Set<String> wrong = places(answer);
    if (any(right, wrong, (g, a) -> below(g, a))) {
      return Optional.of(ErrorClass.TOO_GENERAL);
    }
    if (any(right, wrong, (g, a) -> below(a, g))) {
      return Optional.of(ErrorClass.TOO_SPECIFIC);
    }
    if (any(right, wrong, (g, a) -> !parent(g).isEmpty() && parent(g).equals(parent(a)))) {
      return Optional.of(ErrorClass.SIBLING);
    }
    return any(right, wrong, (g, a) -> branch(g).equals(branch(a)))
        ? Optional.of(ErrorClass.SAME_BRANCH)
        : Optional.empty();
  }

  private Set<String> places(ConceptId id) {
    Set<String> places = new HashSet<>();
    Optional<Concept> concept = ontology.find(id);
    if (concept.isPresent()) {
      places.addAll(concept.get().treeNumbers());
      for (ConceptId heading : concept.get().mappedTo()) {
        ontology
            .find(heading)
            .ifPresent(h -> h.treeNumbers().forEach(place -> places.add(place + DOT + id)));
      }
    }
    return places;
  }

  private static boolean any(Set<String> one, Set<String> other, BiPredicate<String, String> is) {
    return one.stream().anyMatch(a -> other.stream().anyMatch(b -> is.test(a, b)));
  }

  private static boolean below(String lower, String upper) {
    return lower.startsWith(upper + DOT);
  }

  /** The place above; empty for the top of a branch. */
  private static String parent(String place) {
    return place.substring(0, Math.max(0, place.lastIndexOf(DOT)));
  }

  private static String branch(String place) {
    int dot = place.indexOf(DOT);
    return dot < 0 ? place : place.substring(0, dot);
  }
}
