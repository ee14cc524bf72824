package org.hyperlinker.linking.ranking;

import java.util.List;
import java.util.Set;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.search.RankedConcepts;

/** Ranks concepts for query texts. Safe for many threads if its model is. */
public interface ConceptRanker extends AutoCloseable {

  /** How many concepts are ranked. */
  int concepts();

  /**
   * Ranks the concepts for each query.
   *
   * @param queries any number
   * @param k how many hits to return at most
   * @return the answers in order
   */
  Batch rank(List<Query> queries, int k);

  @Override
  void close();

  /**
   * A query.
   *
   * @param text what the query encoder reads
   * @param surface the mention in it, by which look-alikes are found
   * @param asked the concepts whose ranks and scores are wanted
   */
  record Query(String text, String surface, Set<ConceptId> asked) {

    /** Copies the concepts. */
    public Query {
      asked = Set.copyOf(asked);
    }
  }

  /**
   * Answers with the time they took.
   *
   * @param answers one for each query, in order; an approximate search has ranks only for concepts
   *     among the hits
   * @param encodeSeconds spent making queries of texts
   * @param searchSeconds spent scoring and sorting
   */
  record Batch(List<RankedConcepts> answers, double encodeSeconds, double searchSeconds) {

    /** Copies the answers. */
    public Batch {
      answers = List.copyOf(answers);
    }
  }
}
