package org.hyperlinker.search.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.ExactSearch;
import org.hyperlinker.search.RankQuery;
import org.hyperlinker.search.RankedConcepts;
import org.hyperlinker.search.SearchHit;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.approximate.FoundRows;
import org.hyperlinker.search.approximate.GraphSearch;
import org.hyperlinker.search.approximate.GreedySearch;
import org.hyperlinker.search.approximate.RowSearch;
import org.hyperlinker.search.approximate.TwoStageSearch;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.parallel.Workers;

/**
 * Finds the best concepts for queries in an index, by the strategy asked for. Safe for many
 * threads. Owns its threads, not the index; whoever made it closes it before the index.
 */
public final class ConceptSearch implements AutoCloseable {

  /** Rows that an approximate search is asked for in place of a concept, which has several. */
  private static final int ROWS_PER_CONCEPT = 4;

  private final EmbeddingIndex index;
  private final SearchStrategy strategy;
  private final ExactSearch exact;
  private final ScanSpeed speed;
  private final Workers workers;
  private final ConcurrentMap<SearchStrategy, RowSearch> rows = new ConcurrentHashMap<>();

  /**
   * A search.
   *
   * @param threads how many work at once, at least 1
   * @throws IllegalArgumentException if the index lacks what the strategy needs
   */
  public ConceptSearch(EmbeddingIndex index, SearchStrategy strategy, int threads) {
    if (strategy instanceof SearchStrategy.Greedy && index.neighbours().isEmpty()) {
      throw new IllegalArgumentException(
          "index "
              + index.directory()
              + " has no neighbours for the greedy search; build it with --neighbours");
    }
    this.index = index;
    this.strategy = strategy;
    this.exact = new ExactSearch(index, threads);
    this.speed = new ScanSpeed(index::packed, threads);
    this.workers = new Workers(threads);
  }

  /**
   * The best concepts for each query; a concept counts as its best row that was found.
   *
   * @param k how many at most, at least 1
   * @return for each query, in order, its answer; approximate searches may find fewer than {@code
   *     k}
   * @throws IllegalArgumentException if a query does not fit the index or the strategy
   * @throws IllegalStateException if a score is not a number
   */
  public List<FoundConcepts> search(List<SearchQuery> queries, int k) {
    return search(queries, k, RankQuery.NOTHING);
  }

  /**
   * As {@link #search(List, int)}, without some rows.
   *
   * @param leftOut rows that do not count; approximate searches find fewer concepts for them
   */
  public List<FoundConcepts> search(List<SearchQuery> queries, int k, BitSet leftOut) {
    int leastRows = (int) Math.min(index.size(), (long) k * ROWS_PER_CONCEPT);
    FoundConcepts[] answers = new FoundConcepts[queries.size()];
    List<SearchStrategy> used = queries.stream().map(this::chosen).toList();
    List<Integer> scans = new ArrayList<>();
    List<Integer> walks = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      (used.get(i) instanceof SearchStrategy.Exact ? scans : walks).add(i);
    }
    List<RankedConcepts> scanned =
        exact.rank(
            scans.stream()
                .map(i -> new RankQuery(queries.get(i).representation(), Set.of(), leftOut))
                .toList(),
            k);
    for (int i = 0; i < scans.size(); i++) {
      int query = scans.get(i);
      answers[query] = new FoundConcepts(scanned.get(i).hits(), used.get(query), index.size());
    }
    workers.run(
        walks.size(),
        i -> {
          int query = walks.get(i);
          FoundRows found =
              rows.computeIfAbsent(used.get(query), this::rows).find(queries.get(query), leastRows);
          answers[query] =
              new FoundConcepts(
                  concepts(found.hits(), k, leftOut), used.get(query), found.rowsScored());
        });
    return Arrays.asList(answers);
  }

  /** The search that answers this query: the strategy, or what its budget allows. */
  private SearchStrategy chosen(SearchQuery query) {
    return strategy instanceof SearchStrategy.WithinBudget asked
        ? new BudgetRule(speed.rowsPerSecond(query.representation()), index.size()).choose(asked)
        : strategy;
  }

  private RowSearch rows(SearchStrategy approximate) {
    return switch (approximate) {
      case SearchStrategy.Graph graph -> new GraphSearch(index, graph.walk());
      case SearchStrategy.Greedy greedy ->
          new GreedySearch(index, index.neighbours().orElseThrow(), greedy.walk());
      case SearchStrategy.TwoStage twoStage -> new TwoStageSearch(index, twoStage.candidates());
      case SearchStrategy.Exact _, SearchStrategy.WithinBudget _ ->
          throw new IllegalStateException(approximate + " is no walk");
    };
  }

  private List<ConceptHit> concepts(List<SearchHit> rows, int k, BitSet leftOut) {
    BitSet seen = new BitSet(index.rowConcepts().count());
    List<ConceptHit> concepts = new ArrayList<>();
    for (SearchHit hit : rows) {
      int concept = index.rowConcepts().ofRow(hit.row());
      if (concepts.size() < k && !seen.get(concept) && !leftOut.get(hit.row())) {
        seen.set(concept);
        concepts.add(new ConceptHit(index.row(hit.row()), hit.row(), hit.score()));
      }
    }
    return concepts;
  }

  @Override
  public void close() {
    try (exact) {
      workers.close();
    }
  }
}
