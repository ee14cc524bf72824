package org.hyperlinker.evaluation.protocol;

import java.util.Map;
import java.util.Set;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.ontology.ConceptId;

/** What is evaluated: something that ranks the concepts it knows for a query text. */
public interface CandidatePool {

  /** Whether the concept can be an answer. */
  boolean contains(ConceptId concept);

  /** The query text of a mention of this passage. */
  String queryText(Passage passage, Mention mention);

  /** A ranker over every concept; whoever asked for it closes it. */
  MentionRanker all();

  /** A ranker over these concepts, all of them known; whoever asked for it closes it. */
  MentionRanker only(Set<ConceptId> concepts);

  /** Fingerprints of model and index, for the report. */
  Map<String, String> provenance();
}
