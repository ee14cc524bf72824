package org.hyperlinker.evaluation.protocol;

import java.util.Map;
import java.util.Set;
import org.hyperlinker.core.ontology.ConceptId;

/** What is evaluated: something that ranks the concepts it knows for the mentions of documents. */
public interface CandidatePool {

  /** Whether the concept can be an answer. */
  boolean contains(ConceptId concept);

  /**
   * A ranker over every concept; whoever asked for it closes it.
   *
   * @param topK candidates kept for each mention; ranks are not cut
   */
  MentionRanker all(int topK);

  /** A ranker over these concepts, all of them known; whoever asked for it closes it. */
  MentionRanker only(Set<ConceptId> concepts, int topK);

  /** Fingerprints of model and index, for the report. */
  Map<String, String> provenance();
}
