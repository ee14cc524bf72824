package org.hyperlinker.benchmarks;

import java.util.Optional;
import org.hyperlinker.benchmarks.growth.GrowthPlan;
import org.hyperlinker.benchmarks.kernel.KernelPlan;
import org.hyperlinker.benchmarks.pipeline.PipelinePlan;

/**
 * What one run measures.
 *
 * @param version of the code, for the provenance
 * @param commandLine as it was typed, for the provenance
 * @param seed of everything random, for the provenance
 * @param kernels if wanted
 * @param pipeline if wanted, or if the growth shall begin with the first system's embeddings
 * @param measurePipeline whether the pipeline is measured
 * @param growth if wanted
 */
public record BenchPlan(
    String version,
    String commandLine,
    long seed,
    Optional<KernelPlan> kernels,
    Optional<PipelinePlan> pipeline,
    boolean measurePipeline,
    Optional<GrowthPlan> growth) {}
