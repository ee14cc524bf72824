package org.hyperlinker.benchmarks.growth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hyperlinker.benchmarks.figures.GrowthFigure;
import org.hyperlinker.benchmarks.figures.GrowthFigures;
import org.hyperlinker.benchmarks.figures.Latency;
import org.hyperlinker.benchmarks.measure.Clock;
import org.hyperlinker.benchmarks.measure.Memory;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.benchmarks.measure.QueryShape;
import org.hyperlinker.benchmarks.measure.RowScan;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.search.parallel.Workers;

/**
 * Searches at growing sizes. The scan reads rows of 8 bits, so that ten million fit into memory;
 * graphs, which take their time at that size, are built up to a limit. Nothing is extrapolated:
 * what was not measured is said to be missing.
 */
public final class GrowthBench {

  private static final ItemStorage STORAGE = ItemStorage.INT8;
  private static final int TOP = 10;

  /** Of the memory that is free, how much the rows may take. */
  private static final double MEMORY_SHARE = 0.8;

  /** Building a graph grows a little faster than its rows. */
  private static final double GRAPH_GROWTH = 1.2;

  private final GrowthPlan plan;
  private final RowOrigin origin;
  private final Progress progress;
  private final long begun = System.nanoTime();
  private double scanSecondsPerRow;
  private double graphSecondsPerRow;

  private GrowthBench(GrowthPlan plan, RowOrigin origin, Progress progress) {
    this.plan = plan;
    this.origin = origin;
    this.progress = progress;
  }

  /**
   * Measures all that is planned.
   *
   * @throws IOException if an index cannot be written to the work folder
   */
  public static GrowthFigures run(GrowthPlan plan, RowOrigin origin, Progress progress)
      throws IOException {
    return new GrowthBench(plan, origin, progress).all();
  }

  private GrowthFigures all() throws IOException {
    List<GrowthFigure> sizes = new ArrayList<>();
    for (int rows : plan.rows()) {
      progress.report("growth", sizes.size(), plan.rows().size());
      List<String> skipped = new ArrayList<>();
      List<GrowthFigure.Scan> scans = scans(rows, skipped);
      Optional<GrowthFigure.Graph> graph = graph(rows, skipped);
      long bytes = scans.isEmpty() ? 0 : PackedItems.byteSize(STORAGE, rows, origin.width());
      sizes.add(new GrowthFigure(rows, bytes, scans, graph, skipped));
    }
    progress.report("growth", sizes.size(), sizes.size());
    return new GrowthFigures(
        QueryShape.of(origin.queries().getFirst()),
        origin.description(),
        STORAGE.name(),
        origin.queries().size(),
        plan.graph().links(),
        plan.graph().beam(),
        sizes);
  }

  private List<GrowthFigure.Scan> scans(int rows, List<String> skipped) {
    long bytes = PackedItems.byteSize(STORAGE, rows, origin.width());
    Memory.collect();
    long free = Memory.available().orElse(Long.MAX_VALUE);
    if (bytes > MEMORY_SHARE * free) {
      skipped.add(
          format("no scan: %.1f GB of rows, %.1f GB of memory free", bytes / 1e9, free / 1e9));
      return List.of();
    }
    if (isLate(scanSecondsPerRow * rows)) {
      skipped.add("no scan: would not end within the time limit");
      return List.of();
    }
    long start = System.nanoTime();
    RowOrigin.Source source = origin.rows(plan.seed());
    PackedItems items = PackedItems.pack(STORAGE, rows, origin.width(), source::read);
    List<GrowthFigure.Scan> scans = new ArrayList<>();
    for (int threads : plan.threads()) {
      progress.report(format("scan of %,d rows", rows), scans.size(), plan.threads().size());
      try (Workers workers = new Workers(threads)) {
        scans.add(new GrowthFigure.Scan(threads, scan(new RowScan(items, 1, workers))));
      }
    }
    scanSecondsPerRow = (System.nanoTime() - start) / 1e9 / rows;
    return scans;
  }

  private Latency scan(RowScan scan) {
    Clock.warmUp(plan.warmUp(), () -> scan.score(origin.queries().getFirst()));
    long[] nanos = new long[origin.queries().size()];
    for (int i = 0; i < nanos.length; i++) {
      QueryRepresentation query = origin.queries().get(i);
      nanos[i] =
          Clock.nanos(
              () -> {
                scan.score(query);
                scan.top(TOP);
              });
    }
    return Latency.ofNanos(nanos);
  }

  private Optional<GrowthFigure.Graph> graph(int rows, List<String> skipped) throws IOException {
    if (rows > plan.graphRowsMost()) {
      skipped.add(format("no graph: asked for up to %,d rows", plan.graphRowsMost()));
      return Optional.empty();
    }
    if (isLate(GRAPH_GROWTH * graphSecondsPerRow * rows)) {
      skipped.add("no graph: would not end within the time limit");
      return Optional.empty();
    }
    long start = System.nanoTime();
    GrowthFigure.Graph graph = new GraphGrowth(plan, origin, progress).measure(rows);
    graphSecondsPerRow = (System.nanoTime() - start) / 1e9 / rows;
    return Optional.of(graph);
  }

  private boolean isLate(double seconds) {
    double spent = (System.nanoTime() - begun) / 1e9;
    return spent + seconds > plan.timeLimit().toSeconds();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
