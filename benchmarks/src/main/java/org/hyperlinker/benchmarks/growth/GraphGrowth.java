package org.hyperlinker.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hyperlinker.benchmarks.figures.GrowthFigure;
import org.hyperlinker.benchmarks.figures.Latency;
import org.hyperlinker.benchmarks.measure.Clock;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexContents;
import org.hyperlinker.search.index.IndexMetadata;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.RowKind;
import org.hyperlinker.search.strategy.ConceptSearch;
import org.hyperlinker.search.strategy.FoundConcepts;
import org.hyperlinker.search.strategy.RecallEvaluator;
import org.hyperlinker.search.strategy.RecallReport;
import org.hyperlinker.search.strategy.SearchStrategy;

/** A real index over synthetic rows, compact as the bundled one, built, walked and removed. */
final class GraphGrowth {

  private static final int TOP = 10;
  private static final int BATCH = 1024;

  private final GrowthPlan plan;
  private final RowOrigin origin;
  private final Progress progress;

  GraphGrowth(GrowthPlan plan, RowOrigin origin, Progress progress) {
    this.plan = plan;
    this.origin = origin;
    this.progress = progress;
  }

  GrowthFigure.Graph measure(int rows) throws IOException {
    Path directory = plan.work().resolve("growth-" + rows);
    try {
      StageClock clock = new StageClock(rows, progress);
      IndexMetadata metadata =
          IndexBuilder.build(
              new SyntheticModel(origin.rows(plan.seed()), origin.width()),
              numbers(rows),
              new IndexSettings(
                  new IndexContents(RowKind.CONCEPT, true, ItemStorage.INT8, plan.graph(), 0, true),
                  BATCH,
                  plan.threads().getLast()),
              directory,
              clock);
      try (EmbeddingIndex index = EmbeddingIndex.open(directory)) {
        return new GrowthFigure.Graph(
            clock.graphSeconds(),
            metadata.files().values().stream().mapToLong(IndexMetadata.Content::bytes).sum(),
            walks(index));
      }
    } finally {
      AtomicFiles.delete(directory);
    }
  }

  private static KnowledgeBase numbers(int rows) {
    List<Concept> concepts = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      concepts.add(Concept.named("S" + row, Integer.toString(row)));
    }
    return new KnowledgeBase(concepts);
  }

  private List<GrowthFigure.Walk> walks(EmbeddingIndex index) {
    List<SearchQuery> queries =
        origin.queries().stream().map(query -> SearchQuery.of(query, "")).toList();
    List<GrowthFigure.Walk> walks = new ArrayList<>();
    try (RecallEvaluator evaluator = new RecallEvaluator(index, plan.threads().getLast())) {
      List<FoundConcepts> best = evaluator.exact(queries, TOP);
      for (int beam : plan.beams()) {
        progress.report("walks over " + index.size() + " rows", walks.size(), plan.beams().size());
        SearchStrategy walk = new SearchStrategy.Graph(GraphWalk.ofBeam(beam));
        RecallReport recall = evaluator.measure(walk, queries, best, new TreeSet<>(List.of(TOP)));
        walks.add(
            new GrowthFigure.Walk(
                beam, time(index, walk, queries), recall.recall().get(TOP), recall.share()));
      }
    }
    return walks;
  }

  private Latency time(EmbeddingIndex index, SearchStrategy walk, List<SearchQuery> queries) {
    try (ConceptSearch search = new ConceptSearch(index, walk, 1)) {
      Clock.warmUp(plan.warmUp(), () -> search.search(List.of(queries.getFirst()), TOP));
      long[] nanos = new long[queries.size()];
      for (int i = 0; i < nanos.length; i++) {
        List<SearchQuery> query = List.of(queries.get(i));
        nanos[i] = Clock.nanos(() -> search.search(query, TOP));
      }
      return Latency.ofNanos(nanos);
    }
  }

  /** Takes the time of the builder's stage "graph", which follows its first report. */
  private static final class StageClock implements org.hyperlinker.search.index.Progress {

    private final int rows;
    private final Progress progress;
    private long begun;
    private long ended;

    StageClock(int rows, Progress progress) {
      this.rows = rows;
      this.progress = progress;
    }

    @Override
    public void advanced(String stage, long done, long total) {
      if (stage.equals("graph")) {
        ended = System.nanoTime();
        begun = done == 0 && begun == 0 ? ended : begun;
      }
      progress.report("index of " + rows + " rows: " + stage, done, total);
    }

    double graphSeconds() {
      return (ended - begun) / 1e9;
    }
  }
}
