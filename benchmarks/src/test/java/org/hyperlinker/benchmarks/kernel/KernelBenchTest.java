package org.hyperlinker.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hyperlinker.benchmarks.figures.KernelFigure;
import org.hyperlinker.benchmarks.figures.KernelFigures;
import org.hyperlinker.benchmarks.figures.KernelLimit;
import org.hyperlinker.benchmarks.measure.Progress;
import org.junit.jupiter.api.Test;

class KernelBenchTest {

  @Test
  void measuresEveryShapeStorageAndGroup() {
    KernelFigures figures =
        KernelBench.run(new KernelPlan(1024, 200, List.of(2), 1, Duration.ZERO, 7), Progress.NONE);
    assertThat(figures.limits()).extracting(KernelLimit::threads).containsExactly(2);
    // The inner product and five shapes, three storages, one query and sixteen.
    assertThat(figures.kernels()).hasSize(6 * 3 * 2);
    assertThat(figures.kernels())
        .extracting(KernelFigure::query)
        .contains("inner product, 384", "[384, 64, 1]", "[128, 128, 128, 1] with residual");
    assertThat(figures.kernels())
        .allMatch(kernel -> kernel.gflops() > 0 && kernel.peakShare() > 0)
        .allMatch(kernel -> kernel.overlapTop100() > 0.9)
        .filteredOn(kernel -> kernel.query().startsWith("[384, 384"))
        .allMatch(kernel -> kernel.rows() == 200);
    assertThat(figures.kernels())
        .filteredOn(kernel -> kernel.storage().equals("INT8"))
        .anyMatch(kernel -> kernel.overlapTop100() < 1);
  }
}
