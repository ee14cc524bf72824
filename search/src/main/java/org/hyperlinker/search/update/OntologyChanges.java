package org.hyperlinker.search.update;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.search.index.EmbeddingIndex;

/**
 * What a new version of an ontology changes in an index. Ids of lists are in the order of the
 * index, or of the ontology for what appeared.
 *
 * @param appeared concepts that are new and that no old one became
 * @param moved concepts that stand under another id now
 * @param vanished concepts that are gone, with their old preferred names
 * @param renamed concepts with another preferred name
 * @param namesMoved names that another concept has now, of concepts that are still there
 */
public record OntologyChanges(
    List<Named> appeared,
    List<ConceptMove> moved,
    List<Named> vanished,
    List<Renamed> renamed,
    List<MovedName> namesMoved) {

  /** Copies the lists. */
  public OntologyChanges {
    appeared = List.copyOf(appeared);
    moved = List.copyOf(moved);
    vanished = List.copyOf(vanished);
    renamed = List.copyOf(renamed);
    namesMoved = List.copyOf(namesMoved);
  }

  /**
   * A concept.
   *
   * @param concept its id
   * @param name its preferred name
   */
  public record Named(ConceptId concept, String name) {}

  /**
   * A concept with another preferred name.
   *
   * @param concept its id
   * @param from the old name
   * @param to the new name
   */
  public record Renamed(ConceptId concept, String from, String to) {}

  /**
   * A name of another concept.
   *
   * @param name the name as it was written
   * @param from the concept that had it and is still there
   * @param to the concept that has it now and did not have it
   */
  public record MovedName(String name, ConceptId from, ConceptId to) {}

  /** Compares an index with a new version of its ontology. */
  public static OntologyChanges between(EmbeddingIndex index, NewOntology ontology) {
    Map<ConceptId, OldConcept> old = OldConcept.of(index);
    ConceptMoves moves = new ConceptMoves(ontology);
    KnowledgeBase now = ontology.knowledgeBase();
    List<ConceptMove> moved = new ArrayList<>();
    List<Named> vanished = new ArrayList<>();
    List<Renamed> renamed = new ArrayList<>();
    List<MovedName> namesMoved = new ArrayList<>();
    old.forEach(
        (id, concept) -> {
          Optional<Concept> same = now.find(id);
          if (same.isPresent()) {
            String name = same.get().preferredName();
            if (!name.equals(concept.preferredName())) {
              renamed.add(new Renamed(id, concept.preferredName(), name));
            }
            namesMoved.addAll(movedNames(id, concept, old, moves));
          } else {
            moves
                .of(id, concept)
                .ifPresentOrElse(
                    moved::add, () -> vanished.add(new Named(id, concept.preferredName())));
          }
        });
    Set<ConceptId> targets = new HashSet<>();
    moved.forEach(move -> targets.add(move.to()));
    List<Named> appeared =
        now.concepts().stream()
            .filter(concept -> !old.containsKey(concept.id()) && !targets.contains(concept.id()))
            .map(concept -> new Named(concept.id(), concept.preferredName()))
            .toList();
    return new OntologyChanges(appeared, moved, vanished, renamed, namesMoved);
  }

  private static List<MovedName> movedNames(
      ConceptId id, OldConcept concept, Map<ConceptId, OldConcept> old, ConceptMoves moves) {
    List<MovedName> found = new ArrayList<>();
    for (String name : concept.names()) {
      Set<ConceptId> having = moves.named(name);
      if (!having.contains(id)) {
        having.stream()
            .filter(to -> !had(old.get(to), name))
            .findFirst()
            .ifPresent(to -> found.add(new MovedName(name, id, to)));
      }
    }
    return found;
  }

  private static boolean had(OldConcept concept, String name) {
    String form = OldConcept.form(name);
    return concept != null && concept.names().stream().map(OldConcept::form).anyMatch(form::equals);
  }

  /** Old ids that moved, with the new ones. */
  Map<ConceptId, ConceptId> ids() {
    Map<ConceptId, ConceptId> ids = new HashMap<>();
    moved.forEach(move -> ids.put(move.from(), move.to()));
    return ids;
  }
}
