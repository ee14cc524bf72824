package org.hyperlinker.search.index;

import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.NameKind;

/**
 * A row of an index.
 *
 * @param concept what the row stands for
 * @param name the name that was embedded
 * @param preferredName the concept's display name
 * @param kind the role of {@code name}
 * @param count how many training mentions have this surface and concept; 0 for a name of the
 *     ontology
 * @param branches the first letters of the concept's tree numbers, or of the headings it is mapped
 *     to, sorted, such as {@code CF}; may be empty
 */
public record IndexRow(
    ConceptId concept,
    String name,
    String preferredName,
    NameKind kind,
    int count,
    String branches) {

  /** A name of an ontology without a hierarchy. */
  public IndexRow(ConceptId concept, String name, String preferredName, NameKind kind) {
    this(concept, name, preferredName, kind, 0, "");
  }

  /** Whether the row is a training mention. */
  public boolean remembered() {
    return kind == NameKind.TRAINING_MENTION;
  }
}
