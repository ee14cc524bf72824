package org.hyperlinker.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.benchmarks.chart.Panel;
import org.hyperlinker.benchmarks.chart.SvgPicture;
import org.hyperlinker.benchmarks.figures.BenchReport;

/** Quality against cost of each search, and growth with its crossover, as one SVG. */
public final class Picture {

  /** Told apart also by those who do not see red and green alike (Okabe and Ito first). */
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#5c5c5c", "#8b4513",
          "#117733", "#882255");

  private Picture() {}

  /** The picture; empty if the report has neither. */
  public static Optional<String> of(BenchReport report) {
    List<Panel> panels = new ArrayList<>();
    if (!report.systems().isEmpty()) {
      panels.add(QualityPanel.of(report.systems()));
    }
    report
        .growth()
        .filter(growth -> growth.sizes().stream().anyMatch(size -> !size.scans().isEmpty()))
        .ifPresent(
            growth -> {
              panels.add(GrowthPanels.time(growth));
              panels.add(GrowthPanels.memory(growth));
            });
    return panels.isEmpty() ? Optional.empty() : Optional.of(SvgPicture.of(panels));
  }

  /** The colour of a panel's series, counted from 0; they begin again after the last. */
  static String colour(int series) {
    return COLOURS.get(series % COLOURS.size());
  }
}
