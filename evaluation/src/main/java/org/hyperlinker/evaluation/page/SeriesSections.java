package org.hyperlinker.evaluation.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.evaluation.page.Findings.Finding;
import org.hyperlinker.evaluation.page.Section.Figure;

/**
 * What experiments and trainings say, as lines. An experiment is a JSON object with {@code "kind":
 * "series"}, {@code title}, {@code x}, {@code y}, {@code log_x} (optional), {@code note} (optional)
 * and {@code series}, each with {@code name} and {@code points}: {@code [x, y]} or {@code [x, y,
 * low, high]}.
 */
final class SeriesSections {

  private static final int MOST_POINTS = 240;

  private SeriesSections() {}

  /** A plot for each experiment. */
  static Optional<Section> experiments(List<Finding> findings) {
    List<Figure> figures = new ArrayList<>();
    for (Finding finding : findings) {
      JsonNode json = finding.json();
      List<Plot.Series> series = new ArrayList<>();
      for (JsonNode one : json.path("series")) {
        List<Plot.Point> points = new ArrayList<>();
        for (JsonNode point : one.path("points")) {
          points.add(point(point.path(0).asDouble(), point.path(1).asDouble(), point, 2));
        }
        series.add(new Plot.Series(one.path("name").asText(), true, true, points));
      }
      Plot.Scale scale =
          json.path("log_x").asBoolean() ? Plot.Scale.LOGARITHMIC : Plot.Scale.LINEAR;
      String note = json.path("note").asText("");
      figures.add(
          Figure.of(
              new Plot(json.path("x").asText(), json.path("y").asText(), scale, false, series),
              json.path("title").asText(finding.name()) + (note.isEmpty() ? "" : ". " + note)));
    }
    return FigureSections.section(
        "experiments",
        "Experiments",
        "One thing is varied, the rest stays; whiskers are 95\u00a0% intervals.",
        figures,
        List.of());
  }

  /** The losses of each training. */
  static Optional<Section> training(List<Finding> logs) {
    List<Figure> figures = new ArrayList<>();
    for (Finding log : logs) {
      List<Plot.Series> series = new ArrayList<>();
      line(log.json(), "loss", "training loss").ifPresent(series::add);
      line(log.json(), "validation_loss", "validation loss").ifPresent(series::add);
      if (!series.isEmpty()) {
        figures.add(
            Figure.of(new Plot("step", "loss", Plot.Scale.LINEAR, false, series), log.name()));
      }
    }
    return FigureSections.section(
        "training",
        "Training",
        "The loss as it was logged; long runs are averaged over neighbouring steps.",
        figures,
        List.of());
  }

  private static Optional<Plot.Series> line(JsonNode lines, String key, String name) {
    List<Plot.Point> all = new ArrayList<>();
    for (JsonNode line : lines) {
      if (line.path(key).isNumber()) {
        all.add(new Plot.Point(line.path("step").asDouble(), line.path(key).asDouble()));
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int together = (all.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<Plot.Point> points = new ArrayList<>();
    for (int from = 0; from < all.size(); from += together) {
      List<Plot.Point> some = all.subList(from, Math.min(all.size(), from + together));
      points.add(
          new Plot.Point(
              some.stream().mapToDouble(Plot.Point::x).average().orElseThrow(),
              some.stream().mapToDouble(Plot.Point::y).average().orElseThrow()));
    }
    return Optional.of(new Plot.Series(name, true, points.size() < 30, points));
  }

  /** A point with the interval that stands in a list from an index on, if one does. */
  static Plot.Point point(double x, double y, JsonNode ends, int from) {
    return ends.path(from).isNumber() && ends.path(from + 1).isNumber()
        ? new Plot.Point(x, y, ends.get(from).asDouble(), ends.get(from + 1).asDouble())
        : new Plot.Point(x, y);
  }
}
