package org.hyperlinker.experiments.step;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.benchmarks.Bench;
import org.hyperlinker.benchmarks.BenchPlan;
import org.hyperlinker.benchmarks.figures.SystemFigures;
import org.hyperlinker.benchmarks.pipeline.BenchSystem;
import org.hyperlinker.benchmarks.pipeline.PipelinePlan;
import org.hyperlinker.benchmarks.report.ReportFiles;
import org.hyperlinker.experiments.plan.BenchChoice;
import org.hyperlinker.experiments.plan.PlannedSystem;

/**
 * Measures speed and size by the bench's harness. Memory is that of the whole process, so that a
 * process that also trained shows more than linking takes.
 *
 * @param key with the digest of index, corpus and settings
 * @param what for people
 * @param minutes by the plan
 * @param index with the model's rows
 * @param choice how it is measured
 */
public record BenchStep(
    String key, String what, double minutes, IndexStep index, BenchChoice choice) implements Step {

  private static final String FIGURES = "bench.json";
  private static final Duration TIME_BUDGET = Duration.ofMillis(50);
  private static final long SEED = 42;

  /**
   * The measurement of a planned system.
   *
   * @param runtime what serves its model, on which times depend
   */
  public static BenchStep of(
      PlannedSystem system, BenchChoice choice, IndexStep index, String runtime, Sources sources) {
    return new BenchStep(
        Workplace.key("bench", index.key(), sources.corpus().sha256(), choice, runtime),
        "measure " + system.name(),
        system.minutes().bench(),
        index,
        choice);
  }

  @Override
  public boolean divisible() {
    return false;
  }

  /**
   * The figures, once the step is done.
   *
   * @throws IOException if they cannot be read
   */
  public SystemFigures figures(Workplace place) throws IOException {
    return ReportFiles.read(place.folder(key).resolve(FIGURES)).systems().getFirst();
  }

  @Override
  public void run(Workplace place) throws IOException {
    Path model = index.model().directory();
    BenchSystem system =
        new BenchSystem(
            what.replaceFirst("^measure ", ""),
            place.models().runtime(model),
            model,
            index.directory(place),
            place.models()::open);
    PipelinePlan pipeline =
        new PipelinePlan(
            List.of(system),
            place.sources().corpusFile(),
            choice.queries(),
            choice.queries(),
            List.of(choice.threads()),
            List.of(),
            List.of(),
            TIME_BUDGET,
            choice.warmUp(),
            SEED);
    ReportFiles.write(
        place.folder(key).resolve(FIGURES),
        Bench.run(
            new BenchPlan(
                "",
                "hyperlinker experiment",
                SEED,
                Optional.empty(),
                Optional.of(pipeline),
                true,
                Optional.empty()),
            place::progress));
  }
}
