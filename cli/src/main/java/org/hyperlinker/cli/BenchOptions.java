package org.hyperlinker.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hyperlinker.benchmarks.growth.GrowthPlan;
import org.hyperlinker.benchmarks.kernel.KernelPlan;
import org.hyperlinker.benchmarks.pipeline.BenchSystem;
import org.hyperlinker.benchmarks.pipeline.PipelinePlan;
import org.hyperlinker.search.index.GraphSettings;
import picocli.CommandLine.Option;

/** How much the bench measures. */
final class BenchOptions {

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,2",
      description = "Numbers of threads; tables and picture end with the last. Default: 1,2.")
  List<Integer> threads;

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "200",
      description = "Mentions linked one by one with each search. Default: ${DEFAULT-VALUE}.")
  int queries;

  @Option(
      names = "--bulk",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Mentions linked together. Default: ${DEFAULT-VALUE}.")
  int bulk;

  @Option(
      names = "--beams",
      paramLabel = "N",
      split = ",",
      defaultValue = "32,64,128,256,512",
      description = "Beams of the graph walk. Default: ${DEFAULT-VALUE}.")
  List<Integer> beams;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      split = ",",
      defaultValue = "100,300,1000,3000",
      description = "Candidates of the two-stage search. Default: ${DEFAULT-VALUE}.")
  List<Integer> candidates;

  @Option(
      names = "--budget",
      paramLabel = "MS",
      defaultValue = "50",
      description = "Of the search with a time budget. Default: ${DEFAULT-VALUE}.")
  int budget;

  @Option(
      names = "--kernel-rows",
      paramLabel = "N",
      defaultValue = "346256",
      description = "Synthetic rows for the kernels. Default: ${DEFAULT-VALUE}.")
  int kernelRows;

  @Option(
      names = "--heavy-rows",
      paramLabel = "N",
      defaultValue = "60000",
      description = "Rows for the q-net [384, 384, 384, 1]. Default: ${DEFAULT-VALUE}.")
  int heavyRows;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "7",
      description = "How often each kernel is measured. Default: ${DEFAULT-VALUE}.")
  int rounds;

  @Option(
      names = "--rows",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000,5000,20000,58000,346256,2000000,10000000",
      description = "Rows for the growth. Default: ${DEFAULT-VALUE}.")
  List<Integer> rows;

  @Option(
      names = "--growth-queries",
      paramLabel = "N",
      defaultValue = "20",
      description = "Queries at each size of the growth. Default: ${DEFAULT-VALUE}.")
  int growthQueries;

  @Option(
      names = "--graph-rows-max",
      paramLabel = "N",
      defaultValue = "346256",
      description = "Sizes up to which a graph is built. Default: ${DEFAULT-VALUE}.")
  int graphRowsMax;

  @Option(
      names = "--graph-links",
      paramLabel = "N",
      defaultValue = "32",
      description = "Links of the growth's graphs. Default: ${DEFAULT-VALUE}.")
  int graphLinks;

  @Option(
      names = "--graph-beam",
      paramLabel = "N",
      defaultValue = "128",
      description = "Candidates while the growth's graphs are built. Default: ${DEFAULT-VALUE}.")
  int graphBeam;

  @Option(
      names = "--growth-beams",
      paramLabel = "N",
      split = ",",
      defaultValue = "64,256,1024",
      description = "Beams of the growth's walks. Default: ${DEFAULT-VALUE}.")
  List<Integer> growthBeams;

  @Option(
      names = "--time-limit",
      paramLabel = "MINUTES",
      defaultValue = "60",
      description =
          "No size of the growth is begun that would not end in this time. Default:"
              + " ${DEFAULT-VALUE}.")
  int timeLimit;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "Where the growth's indexes lie while they are used. Default: a temporary one.")
  Path work;

  @Option(
      names = "--warm-up",
      paramLabel = "MS",
      defaultValue = "1000",
      description = "Before each measurement. Default: ${DEFAULT-VALUE}.")
  int warmUp;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of everything random. Default: ${DEFAULT-VALUE}.")
  long seed;

  KernelPlan kernels() {
    return new KernelPlan(kernelRows, heavyRows, threads, rounds, Duration.ofMillis(warmUp), seed);
  }

  PipelinePlan pipeline(List<BenchSystem> systems, Path corpus) {
    return new PipelinePlan(
        systems,
        corpus,
        queries,
        bulk,
        threads,
        beams,
        candidates,
        Duration.ofMillis(budget),
        Duration.ofMillis(warmUp),
        seed);
  }

  GrowthPlan growth(Path folder) {
    return new GrowthPlan(
        rows,
        graphRowsMax,
        new GraphSettings(graphLinks, graphBeam),
        growthBeams,
        threads,
        growthQueries,
        Duration.ofMinutes(timeLimit),
        Duration.ofMillis(warmUp),
        seed,
        folder);
  }
}
