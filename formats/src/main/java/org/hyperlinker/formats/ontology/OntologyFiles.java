package org.hyperlinker.formats.ontology;

import java.util.List;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.Ledger;

/**
 * An ontology in memory.
 *
 * @param knowledgeBase the concepts of all files, file after file
 * @param ledgers what was read and skipped, one for each file
 */
public record OntologyFiles(KnowledgeBase knowledgeBase, List<Ledger> ledgers) {

  /** Copies the ledgers. */
  public OntologyFiles {
    ledgers = List.copyOf(ledgers);
  }
}
