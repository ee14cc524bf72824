package org.hyperlinker.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.benchmarks.figures.BenchReport;
import org.hyperlinker.benchmarks.figures.GrowthFigures;
import org.hyperlinker.benchmarks.figures.KernelFigures;
import org.hyperlinker.benchmarks.figures.Provenance;
import org.hyperlinker.benchmarks.figures.SystemFigures;
import org.hyperlinker.benchmarks.growth.GrowthBench;
import org.hyperlinker.benchmarks.growth.GrowthPlan;
import org.hyperlinker.benchmarks.growth.RowOrigin;
import org.hyperlinker.benchmarks.kernel.KernelBench;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.benchmarks.measure.ThisMachine;
import org.hyperlinker.benchmarks.pipeline.BenchSystem;
import org.hyperlinker.benchmarks.pipeline.PipelineBench;
import org.hyperlinker.benchmarks.pipeline.PipelinePlan;
import org.hyperlinker.search.index.EmbeddingIndex;

/** One run over all parts, in one process. */
public final class Bench {

  private Bench() {}

  /**
   * Measures all that is planned.
   *
   * @throws IOException if a model, an index or the corpus cannot be read
   * @throws IllegalArgumentException if an index was built with another model, or the corpus has no
   *     mentions
   */
  public static BenchReport run(BenchPlan plan, Progress progress) throws IOException {
    Provenance provenance =
        new Provenance(
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            plan.version(),
            plan.commandLine(),
            plan.seed(),
            ThisMachine.describe());
    Optional<KernelFigures> kernels =
        plan.kernels().map(wanted -> KernelBench.run(wanted, progress));
    List<SystemFigures> systems =
        plan.measurePipeline()
            ? PipelineBench.run(plan.pipeline().orElseThrow(), progress)
            : List.of();
    Optional<GrowthFigures> growth =
        plan.growth().isPresent()
            ? Optional.of(growth(plan.growth().get(), plan.pipeline(), progress))
            : Optional.empty();
    return new BenchReport(provenance, kernels, systems, growth);
  }

  /** Around the first system's embeddings, if there is one. */
  private static GrowthFigures growth(
      GrowthPlan plan, Optional<PipelinePlan> pipeline, Progress progress) throws IOException {
    if (pipeline.isEmpty()) {
      return GrowthBench.run(plan, RowOrigin.random(plan.queries(), plan.seed()), progress);
    }
    BenchSystem first = pipeline.get().systems().getFirst();
    try (EmbeddingIndex index = EmbeddingIndex.open(first.index())) {
      RowOrigin origin =
          RowOrigin.of(index, PipelineBench.queries(pipeline.get(), first, plan.queries()));
      return GrowthBench.run(plan, origin, progress);
    }
  }
}
