package org.hyperlinker.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.benchmarks.figures.BulkFigure;
import org.hyperlinker.benchmarks.measure.Clock;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;

/** Whole documents at once, as the linker gets them from a file. */
final class BulkBench {

  private static final int TOP = 10;

  private BulkBench() {}

  static List<BulkFigure> measure(
      PipelinePlan plan,
      LinkingModel model,
      EmbeddingIndex index,
      Mentions mentions,
      int threads,
      Progress progress) {
    List<Document> documents = mentions.beginning(plan.bulk());
    List<NamedSearch> searches = List.of(NamedSearch.EXACT, NamedSearch.GRAPH);
    List<BulkFigure> figures = new ArrayList<>();
    for (NamedSearch search : searches) {
      progress.report("bulk, threads: " + threads, figures.size(), searches.size());
      TimedModel timed = new TimedModel(model);
      LinkingOptions options = new LinkingOptions(TOP, threads, search.strategy());
      try (EntityLinker linker = EntityLinker.of(timed, index, options)) {
        Clock.warmUp(plan.warmUp(), () -> linker.link(documents.getFirst()));
        timed.reset();
        List<Integer> linked = new ArrayList<>();
        long nanos = Clock.nanos(() -> linked.add(linker.link(documents).size()));
        figures.add(
            new BulkFigure(
                search.toString(),
                threads,
                linked.getFirst(),
                timed.queries(),
                linked.getFirst() * 1e9 / nanos,
                (double) timed.nanos() / nanos));
      }
    }
    return figures;
  }
}
