package org.hyperlinker.benchmarks.report;

import java.util.Map;
import org.hyperlinker.benchmarks.figures.KernelFigure;
import org.hyperlinker.benchmarks.figures.KernelFigures;
import org.hyperlinker.benchmarks.figures.KernelLimit;
import org.hyperlinker.benchmarks.figures.Spread;

/** The page's section about kernels. */
final class KernelSection {

  private KernelSection() {}

  static String of(KernelFigures kernels) {
    return Template.named("kernels.md")
        .with(
            Map.of(
                "rounds", Integer.toString(kernels.rounds()),
                "limits", limits(kernels),
                "single", kernels(kernels, true),
                "grouped", kernels(kernels, false)))
        .stripTrailing()
        .concat("\n");
  }

  private static String limits(KernelFigures kernels) {
    MarkdownTable table =
        new MarkdownTable(
            "#threads", "#FMA peak, GFLOP/s", "#spread", "#scan, rows", "#ms", "#spread", "#GB/s");
    for (KernelLimit limit : kernels.limits()) {
      table.row(
          Integer.toString(limit.threads()),
          MarkdownTable.figure(limit.peakGflops().median()),
          spread(limit.peakGflops()),
          MarkdownTable.count(limit.scanRows()),
          MarkdownTable.figure(limit.scanMillis().median()),
          spread(limit.scanMillis()),
          MarkdownTable.figure(limit.scanGigabytesPerSecond()));
    }
    return table.toString();
  }

  private static String kernels(KernelFigures kernels, boolean single) {
    MarkdownTable table =
        new MarkdownTable(
            "query",
            "storage",
            "#threads",
            "#rows",
            "#ms",
            "#spread",
            "#GFLOP/s",
            "#of the peak",
            "#times the scan",
            "#top 100");
    for (KernelFigure kernel : kernels.kernels()) {
      if (kernel.queriesPerPass() == 1 == single) {
        table.row(
            kernel.query(),
            storage(kernel.storage()),
            Integer.toString(kernel.threads()),
            MarkdownTable.count(kernel.rows()),
            MarkdownTable.figure(kernel.millis().median()),
            spread(kernel.millis()),
            MarkdownTable.figure(kernel.gflops()),
            MarkdownTable.share(kernel.peakShare()),
            MarkdownTable.figure(kernel.scanRatio()),
            MarkdownTable.share(kernel.overlapTop100()));
      }
    }
    return table.toString();
  }

  /** Such as {@code fp16}. */
  static String storage(String name) {
    return name.replace("FLOAT", "fp").replace("INT", "int");
  }

  private static String spread(Spread spread) {
    return MarkdownTable.share((spread.high() - spread.low()) / spread.median());
  }
}
