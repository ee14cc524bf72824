package org.hyperlinker.linking.ranking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.RankedConcepts;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.approximate.RowScores;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.RowsOfConcepts;
import org.hyperlinker.search.strategy.ConceptSearch;
import org.hyperlinker.search.strategy.FoundConcepts;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * Ranks what a search found. A concept that it missed, or found behind the candidates that are
 * kept, has no rank, but has a score if it is asked for; to look deeper for ranks alone would
 * measure another search than the one that links. Owns neither the model nor the index.
 */
public final class ApproximateRanker implements ConceptRanker {

  private static final double NANOS = 1e9;

  private final LinkingModel model;
  private final EmbeddingIndex index;
  private final ConceptSearch search;
  private final BitSet leftOut;
  private final RowsOfConcepts rows;

  /**
   * A ranker.
   *
   * @param leftOut rows that do not count; not copied
   * @param threads how many search at once, at least 1
   * @throws IllegalArgumentException if the index lacks what the strategy needs
   */
  public ApproximateRanker(
      LinkingModel model,
      EmbeddingIndex index,
      SearchStrategy strategy,
      BitSet leftOut,
      int threads) {
    this.model = model;
    this.index = index;
    this.search = new ConceptSearch(index, strategy, threads);
    this.leftOut = leftOut;
    this.rows = RowsOfConcepts.of(index.rowConcepts(), leftOut);
  }

  @Override
  public int concepts() {
    return index.metadata().concepts();
  }

  @Override
  public Batch rank(List<Query> queries, int k) {
    long start = System.nanoTime();
    List<QueryRepresentation> encoded =
        model.encodeQueries(queries.stream().map(Query::text).toList());
    long between = System.nanoTime();
    List<SearchQuery> sought = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      sought.add(SearchQuery.of(encoded.get(i), queries.get(i).surface()));
    }
    List<FoundConcepts> found = search.search(sought, k, leftOut);
    List<RankedConcepts> answers = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      answers.add(answer(found.get(i).hits(), encoded.get(i), queries.get(i).asked(), k));
    }
    long end = System.nanoTime();
    return new Batch(answers, (between - start) / NANOS, (end - between) / NANOS);
  }

  private RankedConcepts answer(
      List<ConceptHit> hits, QueryRepresentation query, Set<ConceptId> asked, int k) {
    Map<ConceptId, Integer> ranks = new HashMap<>();
    Map<ConceptId, ConceptHit> scored = new HashMap<>();
    for (int i = 0; i < hits.size(); i++) {
      if (asked.contains(hits.get(i).concept())) {
        ranks.put(hits.get(i).concept(), i + 1);
        scored.put(hits.get(i).concept(), hits.get(i));
      }
    }
    int[] missed =
        asked.stream()
            .filter(concept -> !scored.containsKey(concept))
            .flatMapToInt(concept -> rows.of(concept))
            .toArray();
    for (ConceptHit hit : RowScores.of(query, index, missed)) {
      scored.merge(hit.concept(), hit, (one, other) -> one.score() >= other.score() ? one : other);
    }
    return new RankedConcepts(hits.subList(0, Math.min(k, hits.size())), ranks, scored, false);
  }

  @Override
  public void close() {
    search.close();
  }
}
