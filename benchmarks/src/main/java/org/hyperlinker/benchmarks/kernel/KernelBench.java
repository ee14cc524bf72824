package org.hyperlinker.benchmarks.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.benchmarks.figures.KernelFigure;
import org.hyperlinker.benchmarks.figures.KernelFigures;
import org.hyperlinker.benchmarks.figures.KernelLimit;
import org.hyperlinker.benchmarks.figures.Spread;
import org.hyperlinker.benchmarks.measure.Clock;
import org.hyperlinker.benchmarks.measure.Noise;
import org.hyperlinker.benchmarks.measure.Overlap;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.benchmarks.measure.QueryShape;
import org.hyperlinker.benchmarks.measure.RowScan;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.search.parallel.Workers;

/**
 * Measures the kernels. On a machine that others use too, speeds drift; so each measurement of a
 * kernel comes right after one of the peak and one of the inner-product scan, ratios are of
 * neighbours in time, and rounds over all kernels repeat.
 */
public final class KernelBench {

  private static final int OVERLAP_QUERIES = 4;
  private static final int TOP = 100;

  private final KernelPlan plan;
  private final Progress progress;
  private final FmaPeak peak = new FmaPeak();
  private final Map<KernelCase.Rows, PackedItems> items = new HashMap<>();
  private final Map<KernelCase, Double> overlaps = new HashMap<>();

  private KernelBench(KernelPlan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /** Measures all that is planned. */
  public static KernelFigures run(KernelPlan plan, Progress progress) {
    return new KernelBench(plan, progress).all();
  }

  private KernelFigures all() {
    List<KernelLimit> limits = new ArrayList<>();
    List<KernelFigure> figures = new ArrayList<>();
    for (int threads : plan.threads()) {
      try (Workers workers = new Workers(threads)) {
        measure(threads, workers, limits, figures);
      }
    }
    return new KernelFigures(plan.rounds(), limits, figures);
  }

  private void measure(
      int threads, Workers workers, List<KernelLimit> limits, List<KernelFigure> figures) {
    List<KernelCase> cases = plan.cases();
    long steps = (plan.rounds() + 1L) * cases.size();
    String stage = "kernels, threads: " + threads;
    Runnable scan = pass(plan.scan(), workers);
    Clock.warmUp(plan.warmUp(), () -> peak.gflops(workers, threads));
    Clock.warmUp(plan.warmUp(), scan::run);
    List<Runnable> passes = new ArrayList<>();
    for (KernelCase kernel : cases) {
      progress.report(stage, passes.size(), steps);
      Runnable pass = pass(kernel, workers);
      Clock.warmUp(plan.warmUp(), pass::run);
      passes.add(pass);
    }
    Samples[] samples = new Samples[cases.size()];
    Arrays.setAll(samples, _ -> new Samples(plan.rounds()));
    for (int round = 0; round < plan.rounds(); round++) {
      for (int i = 0; i < samples.length; i++) {
        progress.report(stage, (round + 1L) * samples.length + i, steps);
        samples[i].peak[round] = peak.gflops(workers, threads);
        samples[i].scan[round] = Clock.millis(scan::run);
        samples[i].pass[round] = Clock.millis(passes.get(i)::run);
      }
    }
    limits.add(limit(threads, samples));
    for (int i = 0; i < samples.length; i++) {
      figures.add(figure(threads, cases.get(i), samples[i], workers));
    }
    progress.report(stage, steps, steps);
  }

  /** Neighbours in time, one of each a round. */
  private static final class Samples {
    final double[] peak;
    final double[] scan;
    final double[] pass;

    Samples(int rounds) {
      peak = new double[rounds];
      scan = new double[rounds];
      pass = new double[rounds];
    }
  }

  private KernelLimit limit(int threads, Samples[] samples) {
    return new KernelLimit(
        threads,
        Spread.of(Arrays.stream(samples).flatMapToDouble(s -> Arrays.stream(s.peak)).toArray()),
        plan.rows(),
        Spread.of(Arrays.stream(samples).flatMapToDouble(s -> Arrays.stream(s.scan)).toArray()));
  }

  private KernelFigure figure(int threads, KernelCase kernel, Samples samples, Workers workers) {
    int rounds = samples.pass.length;
    double[] millis = new double[rounds];
    double[] gflops = new double[rounds];
    double[] shares = new double[rounds];
    double[] ratios = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      millis[round] = samples.pass[round] / kernel.queries();
      gflops[round] = kernel.operations() * kernel.rows() / (millis[round] * 1e6);
      shares[round] = gflops[round] / samples.peak[round];
      ratios[round] = millis[round] / kernel.rows() / (samples.scan[round] / plan.rows());
    }
    return new KernelFigure(
        QueryShape.of(kernel.queries(new RandomQueries(plan.seed()), 1).getFirst()),
        kernel.storage().name(),
        threads,
        kernel.queries(),
        kernel.rows(),
        Spread.of(millis),
        Spread.of(gflops).median(),
        Spread.of(shares).median(),
        Spread.of(ratios).median(),
        overlaps.computeIfAbsent(kernel, _ -> overlap(kernel, workers)));
  }

  private Runnable pass(KernelCase kernel, Workers workers) {
    RowScan scan = new RowScan(items(kernel.items()), kernel.queries(), workers);
    List<QueryRepresentation> queries =
        kernel.queries(new RandomQueries(plan.seed()), kernel.queries());
    return kernel.queries() == 1 ? () -> scan.score(queries.getFirst()) : () -> scan.score(queries);
  }

  private double overlap(KernelCase kernel, Workers workers) {
    if (kernel.storage() == ItemStorage.FLOAT32) {
      return 1;
    }
    KernelCase.Rows rows = kernel.items();
    RowScan exact =
        new RowScan(
            items(new KernelCase.Rows(rows.width(), ItemStorage.FLOAT32, rows.count())),
            1,
            workers);
    RowScan stored = new RowScan(items(rows), 1, workers);
    double sum = 0;
    for (QueryRepresentation query :
        kernel.queries(new RandomQueries(plan.seed()), OVERLAP_QUERIES)) {
      exact.score(query);
      stored.score(query);
      sum += Overlap.share(exact.top(TOP), stored.top(TOP));
    }
    return sum / OVERLAP_QUERIES;
  }

  private PackedItems items(KernelCase.Rows rows) {
    return items.computeIfAbsent(
        rows,
        _ -> {
          Noise noise = new Noise(plan.seed());
          return PackedItems.pack(
              rows.storage(),
              rows.count(),
              rows.width(),
              (row, target) -> {
                Arrays.fill(target, 0);
                noise.add(row, 1, target);
              });
        });
  }
}
