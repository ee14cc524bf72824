package org.hyperlinker.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.hyperlinker.benchmarks.chart.Series;

/** The points of a panel by the name of their series, in the order of their coming. */
final class PointGroups {

  private final SequencedMap<String, List<Series.Point>> groups = new LinkedHashMap<>();

  void add(String series, double x, double y, String label) {
    groups.computeIfAbsent(series, _ -> new ArrayList<>()).add(new Series.Point(x, y, label));
  }

  List<Series> series() {
    List<Series> all = new ArrayList<>();
    groups.forEach((name, points) -> all.add(new Series(name, Picture.colour(all.size()), points)));
    return all;
  }

  double[] all(ToDoubleFunction<Series.Point> coordinate) {
    return groups.values().stream().flatMap(List::stream).mapToDouble(coordinate).toArray();
  }
}
