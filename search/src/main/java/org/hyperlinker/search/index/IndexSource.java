package org.hyperlinker.search.index;

import java.util.Map;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.ontology.KnowledgeBase;

/**
 * What an index is made of.
 *
 * @param knowledgeBase the concepts with their names
 * @param memory training mentions that get rows too, as far as the knowledge base has their concept
 * @param provenance what the caller knows of the sources, such as file names and digests
 */
public record IndexSource(
    KnowledgeBase knowledgeBase, MentionMemory memory, Map<String, String> provenance) {

  /** Copies the map. */
  public IndexSource {
    provenance = Map.copyOf(provenance);
  }

  /** Names only, without provenance. */
  public static IndexSource of(KnowledgeBase knowledgeBase) {
    return new IndexSource(knowledgeBase, MentionMemory.NONE, Map.of());
  }
}
