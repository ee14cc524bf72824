package org.hyperlinker.search.strategy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddingIndex;

/** Compares any search with the exact one. Owns the exact search, not the index. */
public final class RecallEvaluator implements AutoCloseable {

  private final EmbeddingIndex index;
  private final int threads;
  private final ConceptSearch exact;

  /** An evaluator for this index. */
  public RecallEvaluator(EmbeddingIndex index, int threads) {
    this.index = index;
    this.threads = threads;
    this.exact = new ConceptSearch(index, new SearchStrategy.Exact(), threads);
  }

  /**
   * Asks both searches the same queries.
   *
   * @param queries at least one
   * @param cutoffs the k of recall@k, each at least 1; the largest is what the searches are asked
   *     for, and a walk whose beam is too narrow for it is widened, which raises recall@k of the
   *     smaller ones too
   */
  public RecallReport measure(
      SearchStrategy strategy, List<SearchQuery> queries, SortedSet<Integer> cutoffs) {
    return measure(strategy, queries, exact(queries, cutoffs.last()), cutoffs);
  }

  /** What the exact search answers, for several comparisons with the same queries. */
  public List<FoundConcepts> exact(List<SearchQuery> queries, int k) {
    return exact.search(queries, k);
  }

  /**
   * Asks one search and compares it with answers that are known.
   *
   * @param queries at least one
   * @param expected what {@link #exact} answered them, with at least the largest cut-off
   * @param cutoffs the k of recall@k, each at least 1
   */
  public RecallReport measure(
      SearchStrategy strategy,
      List<SearchQuery> queries,
      List<FoundConcepts> expected,
      SortedSet<Integer> cutoffs) {
    try (ConceptSearch search = new ConceptSearch(index, strategy, threads)) {
      List<FoundConcepts> found = search.search(queries, cutoffs.last());
      SortedMap<Integer, Double> recall = new TreeMap<>();
      for (int k : cutoffs) {
        double sum = 0;
        for (int i = 0; i < queries.size(); i++) {
          sum += recall(best(expected.get(i), k), best(found.get(i), k));
        }
        recall.put(k, sum / queries.size());
      }
      double scored = found.stream().mapToInt(FoundConcepts::rowsScored).average().orElseThrow();
      return new RecallReport(queries.size(), recall, scored, scored / index.size());
    }
  }

  private static Set<ConceptId> best(FoundConcepts answer, int k) {
    return answer.hits().stream()
        .limit(k)
        .map(hit -> hit.concept())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static double recall(Set<ConceptId> expected, Set<ConceptId> found) {
    int right = (int) expected.stream().filter(found::contains).count();
    return (double) right / expected.size();
  }

  @Override
  public void close() {
    exact.close();
  }
}
