package org.hyperlinker.benchmarks.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.benchmarks.chart.Axis;
import org.hyperlinker.benchmarks.chart.Panel;
import org.hyperlinker.benchmarks.chart.Series;
import org.hyperlinker.benchmarks.chart.Series.Point;
import org.hyperlinker.benchmarks.chart.SvgPicture;
import org.hyperlinker.benchmarks.figures.BenchReport;
import org.hyperlinker.benchmarks.figures.GrowthFigure;
import org.hyperlinker.benchmarks.figures.GrowthFigures;
import org.hyperlinker.benchmarks.figures.SearchFigure;
import org.hyperlinker.benchmarks.figures.SystemFigures;

/** Quality against cost of each search, and growth with its crossover, as one SVG. */
public final class Picture {

  /** Told apart also by those who do not see red and green alike (Okabe and Ito). */
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#5c5c5c", "#8b4513",
          "#117733", "#882255");

  private Picture() {}

  /** The picture; empty if the report has neither. */
  public static Optional<String> of(BenchReport report) {
    List<Panel> panels = new ArrayList<>();
    if (!report.systems().isEmpty()) {
      panels.add(quality(report.systems()));
    }
    report
        .growth()
        .filter(growth -> growth.sizes().stream().anyMatch(size -> !size.scans().isEmpty()))
        .ifPresent(growth -> panels.add(growth(growth)));
    return panels.isEmpty() ? Optional.empty() : Optional.of(SvgPicture.of(panels));
  }

  private static Panel quality(List<SystemFigures> systems) {
    Iterator<String> colours = COLOURS.iterator();
    List<Series> all = new ArrayList<>();
    int threads = systems.getFirst().searches().getLast().threads();
    List<Double> bare = new ArrayList<>();
    for (SystemFigures system : systems) {
      Map<String, List<Point>> bySearch = new LinkedHashMap<>();
      for (SearchFigure search : system.searches()) {
        if (search.threads() == threads) {
          bare.add(search.bareEncoder().p50());
          bySearch
              .computeIfAbsent(search.search(), _ -> new ArrayList<>())
              .add(new Point(search.link().p50(), search.recallAt10(), label(search)));
        }
      }
      bySearch.forEach(
          (search, points) -> {
            if (colours.hasNext()) {
              all.add(new Series(system.name() + ", " + search, colours.next(), points));
            }
          });
    }
    double encoder = bare.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    List<Double> costs = new ArrayList<>(List.of(encoder));
    double worst = 1;
    for (Series series : all) {
      for (Point point : series.points()) {
        costs.add(point.x());
        worst = Math.min(worst, point.y());
      }
    }
    return new Panel(
        "Quality against cost, one mention from text to ten concepts",
        Axis.logarithmic("milliseconds, median, threads: " + threads, numbers(costs)),
        new Axis("recall@10 against exact", Math.floor(worst * 9.999) / 10, 1, false),
        all,
        List.of(new Panel.Mark(encoder, "bare encoder")));
  }

  /** The number that was varied, such as a beam. */
  private static String label(SearchFigure search) {
    return search.search().equals("graph") || search.search().equals("two-stage")
        ? search.setting().replaceAll("\\D", "")
        : "";
  }

  private static Panel growth(GrowthFigures growth) {
    Map<String, List<Point>> bySearch = new LinkedHashMap<>();
    for (GrowthFigure size : growth.sizes()) {
      for (GrowthFigure.Scan scan : size.scans()) {
        bySearch
            .computeIfAbsent("exact, threads: " + scan.threads(), _ -> new ArrayList<>())
            .add(new Point(size.rows(), scan.time().p50(), ""));
      }
    }
    for (GrowthFigure size : growth.sizes()) {
      size.graph()
          .ifPresent(
              graph ->
                  bySearch
                      .computeIfAbsent("graph walk, one thread", _ -> new ArrayList<>())
                      .add(
                          new Point(
                              size.rows(),
                              graph.walk().p50(),
                              "recall " + MarkdownTable.recall(graph.recallAt10()))));
    }
    Iterator<String> colours = COLOURS.iterator();
    List<Series> all = new ArrayList<>();
    List<Double> rows = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    bySearch.forEach(
        (name, points) -> {
          all.add(new Series(name, colours.next(), points));
          points.forEach(point -> rows.add(point.x()));
          points.forEach(point -> times.add(point.y()));
        });
    return new Panel(
        "Growth, query " + growth.query(),
        Axis.logarithmic("rows", numbers(rows)),
        Axis.logarithmic("milliseconds, median", numbers(times)),
        all,
        Crossover.of(growth).stream()
            .map(
                crossover ->
                    new Panel.Mark(
                        crossover.rows(),
                        "crossover at about " + Crossover.rounded(crossover.rows()) + " rows"))
            .toList());
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
