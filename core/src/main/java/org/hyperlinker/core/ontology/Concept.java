package org.hyperlinker.core.ontology;

import java.util.ArrayList;
import java.util.List;

/**
 * A concept of an ontology with everything that its source says about naming and placing it.
 *
 * @param id unique within its knowledge base
 * @param kind the part of the ontology it comes from
 * @param names at least one; the first is {@link NameKind#PREFERRED}; source order, texts may
 *     repeat
 * @param definitions scope notes, the preferred one first, stripped; may be empty
 * @param treeNumbers places in the hierarchy, such as {@code C14.280.647.500}; may be empty
 * @param mappedTo headings that stand for a supplementary concept; may be empty
 * @param notes free remarks (MeSH {@code Note} of supplementary records); may be empty
 */
public record Concept(
    ConceptId id,
    ConceptKind kind,
    List<ConceptName> names,
    List<String> definitions,
    List<String> treeNumbers,
    List<ConceptId> mappedTo,
    List<String> notes) {

  /** Copies the lists and checks that a preferred name leads. */
  public Concept {
    names = List.copyOf(names);
    definitions = List.copyOf(definitions);
    treeNumbers = List.copyOf(treeNumbers);
    mappedTo = List.copyOf(mappedTo);
    notes = List.copyOf(notes);
    if (names.isEmpty() || names.getFirst().kind() != NameKind.PREFERRED) {
      throw new IllegalArgumentException(
          "the first name of concept " + id + " must be its preferred name, found: " + names);
    }
  }

  /** A concept with names and nothing else; the first name is made the preferred one. */
  public static Concept named(String id, String preferred, String... synonyms) {
    List<ConceptName> names = new ArrayList<>();
    names.add(ConceptName.preferred(preferred));
    for (String synonym : synonyms) {
      names.add(ConceptName.synonym(synonym));
    }
    return new Concept(
        ConceptId.parse(id),
        ConceptKind.DESCRIPTOR,
        names,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The text of the preferred name. */
  public String preferredName() {
    return names.getFirst().text();
  }

  /** The first definition, or the empty string. */
  public String definition() {
    return definitions.isEmpty() ? "" : definitions.getFirst();
  }
}
