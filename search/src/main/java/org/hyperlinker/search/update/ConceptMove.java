package org.hyperlinker.search.update;

import org.hyperlinker.core.ontology.ConceptId;

/**
 * A concept whose id is gone and which stands under another now.
 *
 * @param from the old id
 * @param name its preferred name then
 * @param to the new id
 * @param nameNow the preferred name of the concept with that id
 * @param reason how that is known
 */
public record ConceptMove(
    ConceptId from, String name, ConceptId to, String nameNow, Reason reason) {

  /** How a move is known. */
  public enum Reason {
    /** The user said so. */
    GIVEN,
    /** The ontology says so. */
    STATED,
    /** The old preferred name is a name of exactly one concept now. */
    PREFERRED_NAME,
    /** Half or more of the old names are names of one concept now, and of no other as many. */
    NAMES
  }
}
