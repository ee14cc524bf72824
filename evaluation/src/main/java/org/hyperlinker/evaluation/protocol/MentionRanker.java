package org.hyperlinker.evaluation.protocol;

import java.util.List;
import java.util.Set;
import org.hyperlinker.core.ontology.ConceptId;

/** Ranks concepts for query texts. */
public interface MentionRanker extends AutoCloseable {

  /** How many concepts are ranked. */
  int concepts();

  /**
   * Ranks the concepts for each query.
   *
   * @param queries any number
   * @param k how many candidates to return at most; ranks are not cut
   * @return the answers in order
   */
  Batch rank(List<Query> queries, int k);

  @Override
  void close();

  /**
   * A query.
   *
   * @param text what the query encoder reads
   * @param asked the concepts whose ranks are wanted
   */
  record Query(String text, Set<ConceptId> asked) {

    /** Copies the concepts. */
    public Query {
      asked = Set.copyOf(asked);
    }
  }

  /**
   * Answers with the time they took.
   *
   * @param answers one for each query, in order
   * @param encodeSeconds spent making queries of texts
   * @param searchSeconds spent scoring and sorting
   */
  record Batch(List<RankedCandidates> answers, double encodeSeconds, double searchSeconds) {

    /** Copies the answers. */
    public Batch {
      answers = List.copyOf(answers);
    }
  }
}
