package org.hyperlinker.core.corpus;

import java.util.List;
import java.util.Map;

/**
 * A relation that a corpus annotates on a document, kept so that it can be written back.
 *
 * @param id the relation's id; empty where the format has none
 * @param type the relation's type, such as {@code CID}
 * @param arguments what it relates, in order: concept ids or mention ids with their roles
 * @param attributes whatever else the format says, in order
 */
public record Relation(
    String id, String type, List<Argument> arguments, Map<String, String> attributes) {

  /** Copies the collections. */
  public Relation {
    arguments = List.copyOf(arguments);
    attributes = Attributes.copy(attributes);
  }

  /**
   * One side of a relation.
   *
   * @param role the part it plays; may be empty
   * @param reference a concept id or the id of a mention
   */
  public record Argument(String role, String reference) {}
}
