package org.hyperlinker.search;

import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.search.index.IndexRow;

/**
 * A concept that was found.
 *
 * @param row the concept's best row; of equal ones the first
 * @param number that row's number in the searched rows
 * @param score that row's score; comparable only within one query, may be negative
 */
public record ConceptHit(IndexRow row, int number, float score) {

  /** The concept. */
  public ConceptId concept() {
    return row.concept();
  }
}
