package org.hyperlinker.formats.ontology;

import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.Ledger;

/**
 * An ontology in memory.
 *
 * @param knowledgeBase the concepts of all files, file after file
 * @param replacements ids that the files say were given up, and what stands in their place; the
 *     first statement counts
 * @param ledgers what was read and skipped, one for each file
 */
public record OntologyFiles(
    KnowledgeBase knowledgeBase, Map<ConceptId, ConceptId> replacements, List<Ledger> ledgers) {

  /** Copies the collections. */
  public OntologyFiles {
    replacements = Map.copyOf(replacements);
    ledgers = List.copyOf(ledgers);
  }
}
