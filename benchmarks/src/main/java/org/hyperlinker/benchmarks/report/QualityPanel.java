package org.hyperlinker.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hyperlinker.benchmarks.chart.Axis;
import org.hyperlinker.benchmarks.chart.Panel;
import org.hyperlinker.benchmarks.chart.Series;
import org.hyperlinker.benchmarks.figures.SearchFigure;
import org.hyperlinker.benchmarks.figures.Spread;
import org.hyperlinker.benchmarks.figures.SystemFigures;

/** What each search finds of the exact answer, over what one mention costs with it. */
final class QualityPanel {

  private QualityPanel() {}

  static Panel of(List<SystemFigures> systems) {
    int threads = systems.getFirst().searches().getLast().threads();
    PointGroups points = new PointGroups();
    DoubleStream.Builder bare = DoubleStream.builder();
    for (SystemFigures system : systems) {
      for (SearchFigure search : system.searches()) {
        if (search.threads() == threads) {
          bare.add(search.bareEncoder().p50());
          points.add(
              system.name() + ", " + search.search(),
              search.link().p50(),
              search.recallAt10(),
              label(search));
        }
      }
    }
    double encoder = Spread.of(bare.build().toArray()).median();
    double worst = Arrays.stream(points.all(Series.Point::y)).min().orElse(1);
    return new Panel(
        "Quality against cost, one mention from its text to ten concepts",
        Axis.logarithmic(
            "milliseconds, median, threads: " + threads,
            DoubleStream.concat(
                    DoubleStream.of(encoder), Arrays.stream(points.all(Series.Point::x)))
                .toArray()),
        new Axis("recall@10 against exact", Math.floor(worst * 9.999) / 10, 1, false),
        points.series(),
        List.of(new Panel.Mark(encoder, "bare encoder")));
  }

  /** The number that was varied, such as a beam. */
  private static String label(SearchFigure search) {
    return search.search().equals("graph") || search.search().equals("two-stage")
        ? search.setting().replaceAll("\\D", "")
        : "";
  }
}
