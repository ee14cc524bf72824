package org.hyperlinker.search.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hyperlinker.search.NamesIndex;
import org.hyperlinker.search.RandomQNets;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.approximate.Candidates;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.approximate.GreedyWalk;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConceptSearchTest {

  @TempDir static Path folder;
  private static EmbeddingIndex index;
  private static List<SearchQuery> queries;

  @BeforeAll
  static void build() throws IOException {
    index = NamesIndex.build(folder.resolve("index"), 300);
    queries =
        IntStream.range(0, 12)
            .mapToObj(
                seed ->
                    SearchQuery.of(RandomQNets.of(index.dimension(), seed), "substance " + seed))
            .toList();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void theGreedySearchFromEveryRowGivesTheExactConcepts() {
    int all = index.size();
    SearchStrategy greedy = new SearchStrategy.Greedy(new GreedyWalk(all, 50, 16, true));
    List<FoundConcepts> expected = ask(new SearchStrategy.Exact());
    List<FoundConcepts> found = ask(greedy);
    for (int i = 0; i < queries.size(); i++) {
      assertThat(found.get(i).hits()).hasSize(10);
      assertThat(found.get(i).hits().getFirst().number())
          .isEqualTo(expected.get(i).hits().getFirst().number());
      assertThat(found.get(i).used()).isEqualTo(greedy);
      assertThat(found.get(i).rowsScored()).isEqualTo(all);
    }
  }

  @Test
  void theGraphFindsMostOfTheExactConcepts() {
    SearchStrategy graph = new SearchStrategy.Graph(new GraphWalk(100, 50, 8, 8));
    try (RecallEvaluator evaluator = new RecallEvaluator(index, 2)) {
      RecallReport report = evaluator.measure(graph, queries, new TreeSet<>(List.of(10)));
      assertThat(report.recall().get(10)).isGreaterThan(0.85);
    }
  }

  private static List<FoundConcepts> ask(SearchStrategy strategy) {
    try (ConceptSearch search = new ConceptSearch(index, strategy, 2)) {
      return search.search(queries, 10);
    }
  }

  @Test
  void manyThreadsShareAnIndexAndASearch() throws InterruptedException, ExecutionException {
    for (SearchStrategy strategy :
        List.of(
            new SearchStrategy.Exact(),
            new SearchStrategy.Graph(new GraphWalk(50, 50, 8, 8)),
            new SearchStrategy.TwoStage(Candidates.DEFAULTS))) {
      List<FoundConcepts> expected = ask(strategy);
      try (ConceptSearch search = new ConceptSearch(index, strategy, 2);
          ExecutorService threads = Executors.newFixedThreadPool(4)) {
        List<Callable<List<FoundConcepts>>> calls =
            Collections.nCopies(40, () -> search.search(queries, 10));
        for (Future<List<FoundConcepts>> answer : threads.invokeAll(calls)) {
          assertThat(answer.get()).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void recallIsOneForTheSameAnswerAndLessForAPoorSearch() {
    try (RecallEvaluator evaluator = new RecallEvaluator(index, 1)) {
      TreeSet<Integer> cutoffs = new TreeSet<>(List.of(1, 10));
      RecallReport whole = evaluator.measure(new SearchStrategy.Exact(), queries, cutoffs);
      assertThat(whole.recall()).containsEntry(1, 1.0).containsEntry(10, 1.0);
      assertThat(whole.share()).isEqualTo(1);
      RecallReport poor =
          evaluator.measure(new SearchStrategy.TwoStage(new Candidates(0, 15)), queries, cutoffs);
      assertThat(poor.recall().get(10)).isBetween(0.0, 0.7);
      assertThat(poor.rowsScored()).isEqualTo(15);
      assertThat(poor.share()).isEqualTo(15.0 / index.size());
    }
  }

  @Test
  void aBudgetTakesTheFirstSearchThatFitsIt() {
    SearchStrategy.WithinBudget second = SearchStrategy.WithinBudget.of(Duration.ofSeconds(1));
    assertThat(new BudgetRule(1e6, 1_000_000).choose(second))
        .isInstanceOf(SearchStrategy.Exact.class);
    assertThat(new BudgetRule(1e6, 1_000_001).choose(second)).isEqualTo(second.graph());
    assertThat(new BudgetRule(1e3, 1_000_000).choose(second)).isEqualTo(second.twoStage());
    assertThatThrownBy(() -> SearchStrategy.WithinBudget.of(Duration.ZERO))
        .hasMessageContaining("budget");
  }

  @Test
  void withABudgetTheAnswerSaysWhichSearchGaveIt() {
    List<FoundConcepts> ample = ask(SearchStrategy.WithinBudget.of(Duration.ofHours(1)));
    assertThat(ample).allMatch(found -> found.used() instanceof SearchStrategy.Exact);
    List<FoundConcepts> none = ask(SearchStrategy.WithinBudget.of(Duration.ofNanos(1)));
    assertThat(none).allMatch(found -> found.used() instanceof SearchStrategy.TwoStage);
  }
}
