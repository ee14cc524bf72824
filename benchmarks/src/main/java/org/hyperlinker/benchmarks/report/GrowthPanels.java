package org.hyperlinker.benchmarks.report;

import java.util.List;
import org.hyperlinker.benchmarks.chart.Axis;
import org.hyperlinker.benchmarks.chart.Panel;
import org.hyperlinker.benchmarks.chart.Series;
import org.hyperlinker.benchmarks.figures.GrowthFigure;
import org.hyperlinker.benchmarks.figures.GrowthFigures;

/** Time and memory over the number of rows. */
final class GrowthPanels {

  private static final double MEGABYTE = 1e6;

  private GrowthPanels() {}

  static Panel time(GrowthFigures growth) {
    PointGroups points = new PointGroups();
    for (GrowthFigure size : growth.sizes()) {
      for (GrowthFigure.Scan scan : size.scans()) {
        points.add("exact, threads: " + scan.threads(), size.rows(), scan.time().p50(), "");
      }
    }
    for (GrowthFigure size : growth.sizes()) {
      for (GrowthFigure.Walk walk : size.graph().map(GrowthFigure.Graph::walks).orElse(List.of())) {
        points.add(
            "graph walk, beam " + walk.beam(),
            size.rows(),
            walk.time().p50(),
            "recall " + MarkdownTable.recall(walk.recallAt10()));
      }
    }
    return panel(
        "Growth of time, query " + growth.query() + ", walks by one thread",
        "milliseconds, median",
        points,
        Crossover.of(growth).stream()
            .map(
                crossover ->
                    new Panel.Mark(
                        crossover.rows(),
                        "crossover at about " + Crossover.rounded(crossover.rows()) + " rows"))
            .toList());
  }

  static Panel memory(GrowthFigures growth) {
    PointGroups points = new PointGroups();
    for (GrowthFigure size : growth.sizes()) {
      if (!size.scans().isEmpty()) {
        points.add(
            "rows scanned, " + KernelSection.storage(growth.storage()),
            size.rows(),
            size.packedBytes() / MEGABYTE,
            "");
      }
    }
    for (GrowthFigure size : growth.sizes()) {
      size.graph()
          .ifPresent(
              graph ->
                  points.add(
                      "index with graph, on disk", size.rows(), graph.indexBytes() / MEGABYTE, ""));
    }
    return panel("Growth of memory", "megabytes", points, List.of());
  }

  private static Panel panel(
      String title, String unit, PointGroups points, List<Panel.Mark> marks) {
    return new Panel(
        title,
        Axis.logarithmic("rows", points.all(Series.Point::x)),
        Axis.logarithmic(unit, points.all(Series.Point::y)),
        points.series(),
        marks);
  }
}
