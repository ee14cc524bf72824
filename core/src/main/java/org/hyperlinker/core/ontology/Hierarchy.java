package org.hyperlinker.core.ontology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the concepts of a knowledge base stand below each other, by their tree numbers: what is at
 * {@code C14.280} stands directly below what is at {@code C14}. Immutable and safe for many
 * threads.
 */
public final class Hierarchy {

  private static final char STEP = '.';

  /** Empty for a number that several concepts share, which is no place of one of them. */
  private final Map<String, Optional<Concept>> byNumber;

  private Hierarchy(Map<String, Optional<Concept>> byNumber) {
    this.byNumber = byNumber;
  }

  /**
   * A place of a concept.
   *
   * @param number its tree number, such as {@code C14.280.647.500}
   * @param ancestors the concepts above it, the top first, without itself; those that the knowledge
   *     base does not have are left out, such as the headings above an excerpt
   */
  public record Place(String number, List<Concept> ancestors) {

    /** Copies the list. */
    public Place {
      ancestors = List.copyOf(ancestors);
    }
  }

  /** The hierarchy of these concepts; one without tree numbers has no places. */
  public static Hierarchy of(KnowledgeBase knowledgeBase) {
    Map<String, Optional<Concept>> byNumber = new HashMap<>();
    for (Concept concept : knowledgeBase.concepts()) {
      for (String number : concept.treeNumbers()) {
        byNumber.merge(
            number,
            Optional.of(concept),
            (one, other) -> one.equals(other) ? one : Optional.empty());
      }
    }
    return new Hierarchy(byNumber);
  }

  /** The concept at a tree number, if there is exactly one. */
  public Optional<Concept> at(String number) {
    return byNumber.getOrDefault(number, Optional.empty());
  }

  /** The places of a concept, in the order of its tree numbers; none if it has none. */
  public List<Place> places(Concept concept) {
    return concept.treeNumbers().stream()
        .map(number -> new Place(number, ancestors(number)))
        .toList();
  }

  private List<Concept> ancestors(String number) {
    List<Concept> upwards = new ArrayList<>();
    for (int end = number.lastIndexOf(STEP); end > 0; end = number.lastIndexOf(STEP, end - 1)) {
      at(number.substring(0, end)).ifPresent(upwards::add);
    }
    Collections.reverse(upwards);
    return upwards;
  }
}
