package org.hyperlinker.evaluation.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.ConceptSearch;
import org.hyperlinker.search.strategy.FoundConcepts;
import org.hyperlinker.search.strategy.SearchStrategy;

/** Ranks what a search found; a concept that it missed has no rank. */
final class ApproximateRanker implements MentionRanker {

  private static final double NANOS = 1e9;

  /** Concepts looked for, so that ranks go on behind the candidates that are kept. */
  private static final int RANKED = 100;

  private final LinkingModel model;
  private final ConceptSearch search;
  private final int concepts;

  ApproximateRanker(
      LinkingModel model, EmbeddingIndex index, SearchStrategy strategy, int threads) {
    this.model = model;
    this.search = new ConceptSearch(index, strategy, threads);
    this.concepts = index.metadata().concepts();
  }

  @Override
  public int concepts() {
    return concepts;
  }

  @Override
  public Batch rank(List<Query> queries, int k) {
    long start = System.nanoTime();
    List<QueryRepresentation> encoded =
        model.encodeQueries(queries.stream().map(Query::text).toList());
    long between = System.nanoTime();
    List<SearchQuery> asked = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      asked.add(SearchQuery.of(encoded.get(i), mention(queries.get(i).text())));
    }
    List<FoundConcepts> found = search.search(asked, Math.max(k, RANKED));
    long end = System.nanoTime();
    List<RankedCandidates> answers = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      answers.add(ranked(found.get(i).hits(), queries.get(i), k));
    }
    return new Batch(answers, (between - start) / NANOS, (end - between) / NANOS);
  }

  /** What the template put before the context. */
  private static String mention(String query) {
    int end = query.indexOf(QueryTemplate.SEPARATOR);
    return end < 0 ? query : query.substring(0, end);
  }

  private static RankedCandidates ranked(List<ConceptHit> hits, Query query, int k) {
    Map<ConceptId, Integer> ranks = new HashMap<>();
    for (int i = 0; i < hits.size(); i++) {
      if (query.asked().contains(hits.get(i).concept())) {
        ranks.put(hits.get(i).concept(), i + 1);
      }
    }
    return new RankedCandidates(
        hits.stream().limit(k).map(ApproximateRanker::candidate).toList(), ranks);
  }

  static Candidate candidate(ConceptHit hit) {
    return new Candidate(hit.concept(), hit.row().preferredName(), hit.row().name(), hit.score());
  }

  @Override
  public void close() {
    search.close();
  }
}
