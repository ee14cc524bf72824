package org.hyperlinker.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hyperlinker.benchmarks.figures.Latency;
import org.hyperlinker.benchmarks.figures.SearchFigure;
import org.hyperlinker.benchmarks.measure.Clock;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.FoundConcepts;
import org.hyperlinker.search.strategy.RecallEvaluator;
import org.hyperlinker.search.strategy.RecallReport;

/**
 * Each search with each of its settings: how long a linker takes for one mention, and how much of
 * the exact answer it finds. The bare encoder runs before every mention, so that both meet the same
 * machine.
 */
final class SearchBench {

  private static final int TOP = 10;

  /** What the linker asks for, so that these belong to the times and the rows scored. */
  private static final SortedSet<Integer> LINKED = new TreeSet<>(List.of(1, TOP));

  /** Asked for apart: walks widen their beam for so many, and would find more of the ten too. */
  private static final SortedSet<Integer> MANY = new TreeSet<>(List.of(100));

  private final PipelinePlan plan;
  private final EmbeddingIndex index;
  private final List<Mentions.InText> sample;
  private final List<SearchQuery> queries;
  private final Progress progress;

  /** Recall does not depend on threads. */
  private final Map<NamedSearch, Recalls> recalls = new HashMap<>();

  private record Recalls(RecallReport linked, RecallReport many) {}

  SearchBench(
      PipelinePlan plan,
      EmbeddingIndex index,
      List<Mentions.InText> sample,
      List<SearchQuery> queries,
      Progress progress) {
    this.plan = plan;
    this.index = index;
    this.sample = sample;
    this.queries = queries;
    this.progress = progress;
  }

  List<SearchFigure> measure(BareEncoder bare, int threads) {
    List<NamedSearch> searches = NamedSearch.all(plan, index);
    if (recalls.isEmpty()) {
      recalls.putAll(recalls(searches, threads));
    }
    List<SearchFigure> figures = new ArrayList<>();
    for (NamedSearch search : searches) {
      progress.report("search, threads: " + threads, figures.size(), searches.size());
      figures.add(figure(search, bare, threads));
    }
    return figures;
  }

  private Map<NamedSearch, Recalls> recalls(List<NamedSearch> searches, int threads) {
    Map<NamedSearch, Recalls> reports = new HashMap<>();
    try (RecallEvaluator evaluator = new RecallEvaluator(index, threads)) {
      progress.report("recall", 0, searches.size());
      List<FoundConcepts> expected = evaluator.exact(queries, MANY.last());
      for (NamedSearch search : searches) {
        reports.put(
            search,
            new Recalls(
                evaluator.measure(search.strategy(), queries, expected, LINKED),
                evaluator.measure(search.strategy(), queries, expected, MANY)));
        progress.report("recall", reports.size(), searches.size());
      }
    }
    return reports;
  }

  private SearchFigure figure(NamedSearch search, BareEncoder bare, int threads) {
    long[] linked = new long[sample.size()];
    long[] encoded = new long[sample.size()];
    LinkingOptions options = new LinkingOptions(TOP, threads, search.strategy());
    try (EntityLinker linker = EntityLinker.of(bare.model(), index, options)) {
      Mentions.InText first = sample.getFirst();
      Clock.warmUp(plan.warmUp(), () -> linker.link(first.text(), first.span()));
      for (int i = 0; i < linked.length; i++) {
        Mentions.InText mention = sample.get(i);
        encoded[i] = bare.forward(mention.query(bare.model().settings().query()));
        linked[i] = Clock.nanos(() -> linker.link(mention.text(), mention.span()));
      }
    }
    RecallReport recall = recalls.get(search).linked();
    return new SearchFigure(
        search.kind(),
        search.setting(),
        search.usual(),
        threads,
        Latency.ofNanos(linked),
        Latency.ofNanos(encoded),
        recall.recall().get(1),
        recall.recall().get(TOP),
        recalls.get(search).many().recall().get(MANY.last()),
        recall.share());
  }
}
