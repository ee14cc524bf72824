package org.hyperlinker.benchmarks.figures;

import java.util.List;
import java.util.Optional;

/**
 * All that one run measured.
 *
 * @param provenance where the figures come from
 * @param kernels if they were measured
 * @param systems models with their indexes; may be none
 * @param growth if it was measured
 */
public record BenchReport(
    Provenance provenance,
    Optional<KernelFigures> kernels,
    List<SystemFigures> systems,
    Optional<GrowthFigures> growth) {

  /** Copies the list. */
  public BenchReport {
    systems = List.copyOf(systems);
  }
}
