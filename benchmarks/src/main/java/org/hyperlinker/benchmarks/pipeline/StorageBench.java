package org.hyperlinker.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.benchmarks.figures.Latency;
import org.hyperlinker.benchmarks.figures.StorageFigure;
import org.hyperlinker.benchmarks.measure.Clock;
import org.hyperlinker.benchmarks.measure.Overlap;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.benchmarks.measure.RowScan;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.RowVectors;
import org.hyperlinker.search.parallel.Workers;

/** The index's own rows, packed in each storage. */
final class StorageBench {

  private static final int QUERIES = 50;
  private static final int TOP = 100;

  private StorageBench() {}

  static List<StorageFigure> measure(
      PipelinePlan plan, EmbeddingIndex index, List<SearchQuery> queries, Progress progress) {
    List<SearchQuery> asked = queries.subList(0, Math.min(QUERIES, queries.size()));
    int threads = plan.threads().getLast();
    List<int[]> expected = new ArrayList<>();
    List<StorageFigure> figures = new ArrayList<>();
    try (Workers workers = new Workers(threads)) {
      for (ItemStorage storage : ItemStorage.values()) {
        progress.report("storages", figures.size(), ItemStorage.values().length);
        RowScan scan = new RowScan(packed(index, storage), 1, workers);
        Clock.warmUp(plan.warmUp(), () -> scan.score(asked.getFirst().representation()));
        long[] nanos = new long[asked.size()];
        double overlap = 0;
        for (int i = 0; i < nanos.length; i++) {
          long begun = System.nanoTime();
          scan.score(asked.get(i).representation());
          int[] best = scan.top(TOP);
          nanos[i] = System.nanoTime() - begun;
          if (storage == ItemStorage.FLOAT32) {
            expected.add(best);
          }
          overlap += Overlap.share(expected.get(i), best);
        }
        figures.add(
            new StorageFigure(
                storage.name(),
                PackedItems.byteSize(storage, index.size(), index.dimension()),
                threads,
                Latency.ofNanos(nanos),
                overlap / nanos.length));
      }
    }
    return figures;
  }

  private static PackedItems packed(EmbeddingIndex index, ItemStorage storage) {
    if (storage == index.packed().storage()) {
      return index.packed();
    }
    RowVectors vectors = index.vectors();
    return PackedItems.pack(
        storage,
        index.size(),
        index.dimension(),
        (row, target) -> System.arraycopy(vectors.vector(row), 0, target, 0, target.length));
  }
}
