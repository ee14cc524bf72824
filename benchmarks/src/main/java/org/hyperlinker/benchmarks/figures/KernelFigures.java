package org.hyperlinker.benchmarks.figures;

import java.util.List;

/**
 * The kernels beside their limits.
 *
 * @param rounds how often everything was measured
 * @param limits for each number of threads
 * @param kernels every shape, storage, number of threads and queries
 */
public record KernelFigures(int rounds, List<KernelLimit> limits, List<KernelFigure> kernels) {

  /** Copies the lists. */
  public KernelFigures {
    limits = List.copyOf(limits);
    kernels = List.copyOf(kernels);
  }
}
