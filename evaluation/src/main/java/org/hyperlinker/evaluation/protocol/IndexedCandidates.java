package org.hyperlinker.evaluation.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.search.ExactSearch;
import org.hyperlinker.search.RankedConcepts;
import org.hyperlinker.search.index.EmbeddedRows;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * A model with its index. All concepts are searched by the strategy asked for; a part of them, as
 * in the restricted protocol, always exactly. Owns neither.
 */
public final class IndexedCandidates implements CandidatePool {

  private final LinkingModel model;
  private final EmbeddingIndex index;
  private final int threads;
  private final SearchStrategy strategy;

  /** A pool of the index's concepts, searched exactly. */
  public IndexedCandidates(LinkingModel model, EmbeddingIndex index, int threads) {
    this(model, index, threads, new SearchStrategy.Exact());
  }

  /**
   * A pool of the index's concepts.
   *
   * @param threads how many score at once, at least 1
   * @param strategy how all concepts are searched; ranks of an approximate search count only what
   *     it found, and concepts it missed have none
   * @throws IllegalArgumentException if another model built the index, naming both fingerprints
   */
  public IndexedCandidates(
      LinkingModel model, EmbeddingIndex index, int threads, SearchStrategy strategy) {
    index.requireModel(model);
    this.model = model;
    this.index = index;
    this.threads = threads;
    this.strategy = strategy;
  }

  @Override
  public boolean contains(ConceptId concept) {
    return index.contains(concept);
  }

  @Override
  public String queryText(Passage passage, Mention mention) {
    return model.settings().query().text(passage, mention);
  }

  @Override
  public MentionRanker all() {
    return strategy instanceof SearchStrategy.Exact
        ? new Ranker(model, index, threads)
        : new ApproximateRanker(model, index, strategy, threads);
  }

  @Override
  public MentionRanker only(Set<ConceptId> concepts) {
    return new Ranker(model, index.restrictedTo(concepts), threads);
  }

  @Override
  public Map<String, String> provenance() {
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("search", strategy.toString());
    provenance.put("model_fingerprint", model.fingerprint());
    provenance.put("knowledge_base_sha256", index.metadata().knowledgeBaseSha256());
    provenance.put("index_rows", Integer.toString(index.metadata().rows()));
    provenance.put("index_concepts", Integer.toString(index.metadata().concepts()));
    provenance.put("index_row_kind", index.metadata().contents().rows().name());
    index
        .metadata()
        .files()
        .forEach((file, content) -> provenance.put("index_sha256_" + file, content.sha256()));
    index.metadata().provenance().forEach((key, value) -> provenance.put("index_" + key, value));
    model.settings().provenance().forEach((key, value) -> provenance.put("model_" + key, value));
    return provenance;
  }

  private static final class Ranker implements MentionRanker {

    private static final double NANOS = 1e9;

    private final LinkingModel model;
    private final ExactSearch search;

    Ranker(LinkingModel model, EmbeddedRows rows, int threads) {
      this.model = model;
      this.search = new ExactSearch(rows, threads);
    }

    @Override
    public int concepts() {
      return search.concepts();
    }

    @Override
    public Batch rank(List<Query> queries, int k) {
      long start = System.nanoTime();
      List<QueryRepresentation> encoded =
          model.encodeQueries(queries.stream().map(Query::text).toList());
      long between = System.nanoTime();
      List<RankedConcepts> ranked =
          search.rank(encoded, k, queries.stream().map(Query::asked).toList());
      long end = System.nanoTime();
      List<RankedCandidates> answers = new ArrayList<>(ranked.size());
      for (RankedConcepts concepts : ranked) {
        answers.add(
            new RankedCandidates(
                concepts.hits().stream().map(ApproximateRanker::candidate).toList(),
                concepts.ranks()));
      }
      return new Batch(answers, (between - start) / NANOS, (end - between) / NANOS);
    }

    @Override
    public void close() {
      search.close();
    }
  }
}
