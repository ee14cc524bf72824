package org.hyperlinker.search.update;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;

/**
 * The version of an ontology that an index is brought to.
 *
 * @param knowledgeBase its concepts
 * @param given old ids and the new ones in their place, as the user says; they count first
 * @param stated the same as the ontology itself says, such as OBO's {@code replaced_by}
 * @param memory training mentions; empty to keep those of the index, moved with their concepts
 * @param provenance what the caller knows of the sources, such as file names and digests
 */
public record NewOntology(
    KnowledgeBase knowledgeBase,
    Map<ConceptId, ConceptId> given,
    Map<ConceptId, ConceptId> stated,
    Optional<MentionMemory> memory,
    Map<String, String> provenance) {

  /** Copies the maps. */
  public NewOntology {
    given = Map.copyOf(given);
    stated = Map.copyOf(stated);
    provenance = Map.copyOf(new TreeMap<>(provenance));
  }

  /** Concepts alone. */
  public static NewOntology of(KnowledgeBase knowledgeBase) {
    return new NewOntology(knowledgeBase, Map.of(), Map.of(), Optional.empty(), Map.of());
  }
}
