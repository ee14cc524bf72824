package org.hyperlinker.benchmarks.pipeline;

import java.util.List;
import org.hyperlinker.benchmarks.figures.PartTimes;
import org.hyperlinker.benchmarks.figures.Spread;
import org.hyperlinker.benchmarks.measure.Clock;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.benchmarks.measure.RowScan;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.approximate.GraphSearch;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.parallel.Workers;
import org.hyperlinker.search.strategy.ConceptSearch;

/**
 * The parts of one mention's way. Each is timed alone, mention by mention; the hyper-head and the
 * choice of the best are differences between calls with and without them.
 */
final class PartBench {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final int TOP = 10;

  /** Rows that a linker's walk is asked for in place of ten concepts. */
  private static final int LEAST_ROWS = 40;

  private final BareEncoder bare;
  private final ConceptSearch exact;
  private final RowScan scan;
  private final GraphSearch graph;

  private PartBench(BareEncoder bare, ConceptSearch exact, RowScan scan, GraphSearch graph) {
    this.bare = bare;
    this.exact = exact;
    this.scan = scan;
    this.graph = graph;
  }

  static PartTimes measure(
      PipelinePlan plan,
      BareEncoder bare,
      EmbeddingIndex index,
      List<String> texts,
      List<SearchQuery> queries,
      int threads,
      Progress progress) {
    try (Workers workers = new Workers(threads);
        ConceptSearch exact = new ConceptSearch(index, NamedSearch.EXACT.strategy(), threads)) {
      PartBench bench =
          new PartBench(
              bare,
              exact,
              new RowScan(index.packed(), 1, workers),
              new GraphSearch(index, GraphWalk.DEFAULTS));
      Clock.warmUp(plan.warmUp(), () -> bench.times(texts.getFirst(), queries.getFirst()));
      double[][] times = new double[queries.size()][];
      for (int i = 0; i < times.length; i++) {
        progress.report("parts, threads: " + threads, i, times.length);
        times[i] = bench.times(texts.get(i), queries.get(i));
      }
      return new PartTimes(
          threads,
          median(times, 0),
          median(times, 1),
          median(times, 2),
          median(times, 3),
          median(times, 4),
          median(times, 5));
    }
  }

  /** In the order of {@link PartTimes}, in nanoseconds. */
  private double[] times(String text, SearchQuery query) {
    long tokenise = bare.tokenise(text);
    long encode = bare.forward(text);
    long whole = Clock.nanos(() -> bare.model().encodeQueries(List.of(text)));
    long scanned = Clock.nanos(() -> scan.score(query.representation()));
    long searched = Clock.nanos(() -> exact.search(List.of(query), TOP));
    long walked = Clock.nanos(() -> graph.find(query, LEAST_ROWS));
    return new double[] {
      tokenise, encode, whole - encode - tokenise, scanned, searched - scanned, walked
    };
  }

  private static double median(double[][] times, int part) {
    double[] values = new double[times.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = times[i][part] / NANOS_PER_MILLI;
    }
    return Spread.of(values).median();
  }
}
