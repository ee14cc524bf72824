package org.hyperlinker.search.update;

import org.hyperlinker.search.index.IndexMetadata;

/**
 * What an update did.
 *
 * @param before the index before
 * @param after the index after
 * @param kept rows that kept their embedding; all others were encoded
 * @param changes what the ontology changed
 */
public record UpdateReport(
    IndexMetadata before, IndexMetadata after, int kept, OntologyChanges changes) {

  /** How many rows the model encoded. */
  public int encoded() {
    return after.rows() - kept;
  }
}
