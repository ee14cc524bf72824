package org.hyperlinker.benchmarks.report;

import java.util.List;
import java.util.Optional;
import org.hyperlinker.benchmarks.figures.BenchReport;
import org.hyperlinker.benchmarks.figures.BulkFigure;
import org.hyperlinker.benchmarks.figures.Footprint;
import org.hyperlinker.benchmarks.figures.GrowthFigure;
import org.hyperlinker.benchmarks.figures.GrowthFigures;
import org.hyperlinker.benchmarks.figures.KernelFigure;
import org.hyperlinker.benchmarks.figures.KernelFigures;
import org.hyperlinker.benchmarks.figures.KernelLimit;
import org.hyperlinker.benchmarks.figures.Latency;
import org.hyperlinker.benchmarks.figures.Machine;
import org.hyperlinker.benchmarks.figures.PartTimes;
import org.hyperlinker.benchmarks.figures.Provenance;
import org.hyperlinker.benchmarks.figures.SearchFigure;
import org.hyperlinker.benchmarks.figures.Spread;
import org.hyperlinker.benchmarks.figures.StorageFigure;
import org.hyperlinker.benchmarks.figures.SystemFigures;

/** A report with made-up figures. */
final class Fixture {

  private static final String FINGERPRINT = "0123456789abcdef".repeat(4);

  private Fixture() {}

  static BenchReport report() {
    return new BenchReport(
        provenance(), Optional.of(kernels()), List.of(system()), Optional.of(growth()));
  }

  static Provenance provenance() {
    return new Provenance(
        "2026-01-02T03:04:05Z",
        "1.2.3",
        "./hyperlinker bench",
        42,
        new Machine("A processor", 2, 16L << 30, "Linux amd64", "A JVM 25", 4L << 30, "vectors"));
  }

  private static KernelFigures kernels() {
    return new KernelFigures(
        3,
        List.of(new KernelLimit(2, new Spread(200, 190, 205), 1000, new Spread(2, 1.9, 2.2))),
        List.of(
            kernel("inner product, 384", "FLOAT32", 1, 0.1, 1),
            kernel("[384, 64, 1]", "FLOAT32", 1, 0.85, 7),
            kernel("[384, 64, 1]", "INT8", 1, 0.84, 7.1),
            kernel("[384, 64, 1]", "FLOAT32", 16, 0.88, 6),
            kernel("[384, 128, 64, 1]", "FLOAT32", 1, 0.79, 15),
            kernel("[128, 32, 1]", "FLOAT32", 1, 0.7, 1.4)));
  }

  private static KernelFigure kernel(
      String query, String storage, int queries, double share, double ratio) {
    return new KernelFigure(
        query, storage, 2, queries, 1000, new Spread(10, 9, 12), 123, share, ratio, 0.99);
  }

  private static SystemFigures system() {
    return new SystemFigures(
        "hypencoder",
        "onnx",
        FINGERPRINT,
        FINGERPRINT,
        "[384, 64, 1]",
        346_256,
        58_415,
        "FLOAT16",
        "corpus.txt",
        12.5,
        new Footprint(900_000_000, 300, 40, 50_000_000, 200_000_000, 300_000_000),
        List.of(new PartTimes(2, 0.1, 3, 0.5, 90, 1, 6)),
        List.of(
            search("exact", "", true, 94, 1, 1),
            search("graph", "beam 64", false, 8, 0.97, 0.01),
            search("graph", "beam 128", false, 12, 0.985, 0.02),
            search("graph", "beam 512", false, 30, 0.999, 0.07)),
        List.of(new BulkFigure("exact", 2, 1000, 700, 12.5, 0.1)),
        List.of(new StorageFigure("FLOAT16", 270_000_000, 2, latency(90), 0.995)));
  }

  private static SearchFigure search(
      String kind, String setting, boolean usual, double millis, double recall, double share) {
    return new SearchFigure(
        kind, setting, usual, 2, latency(millis), latency(4), 1, recall, 0.9, share);
  }

  static GrowthFigures growth() {
    return new GrowthFigures(
        "[384, 64, 1]",
        "somewhere",
        "INT8",
        20,
        32,
        128,
        List.of(
            size(1000, 1, 4, List.of()),
            size(16_000, 16, 4, List.of()),
            new GrowthFigure(
                10_000_000,
                3_900_000_000L,
                List.of(new GrowthFigure.Scan(2, latency(10_000))),
                Optional.empty(),
                List.of("no graph: asked for up to 16,000 rows"))));
  }

  private static GrowthFigure size(int rows, double scan, double walk, List<String> skipped) {
    return new GrowthFigure(
        rows,
        rows * 400L,
        List.of(new GrowthFigure.Scan(2, latency(scan))),
        Optional.of(graph(rows, walk)),
        skipped);
  }

  /** A narrow beam that is fast and finds too little, and one that finds enough. */
  private static GrowthFigure.Graph graph(int rows, double walk) {
    return new GrowthFigure.Graph(
        5,
        rows * 2500L,
        List.of(
            new GrowthFigure.Walk(64, latency(walk / 8), 0.7, 0.01),
            new GrowthFigure.Walk(256, latency(walk), 0.96, 0.1)));
  }

  private static Latency latency(double millis) {
    return new Latency(200, millis, 2 * millis, 3 * millis);
  }
}
