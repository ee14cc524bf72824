package org.hyperlinker.evaluation.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.evaluation.page.Findings.Finding;
import org.hyperlinker.evaluation.page.Section.Cell;
import org.hyperlinker.evaluation.page.Section.Figure;
import org.hyperlinker.evaluation.page.Section.Row;
import org.hyperlinker.evaluation.page.Section.Table;

/**
 * What planned experiments say: JSON of {@code "kind": "experiment"}, with {@code figures}, {@code
 * published} figures of others, and {@code costs}. A figure with several seeds is the mean of those
 * with one, and is drawn in their place.
 */
final class PlannedSections {

  private static final String MAIN = "Accuracy@1";
  private static final List<String> SHOWN = List.of(MAIN, "Accuracy@5", "Accuracy@10", "MRR");
  private static final double MEGABYTE = 1e6;

  private PlannedSections() {}

  /** A plot for each experiment whose systems are points of a line, and a table for each. */
  static Optional<Section> of(List<Finding> findings) {
    List<Figure> figures = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.json().has("axis")) {
        plot(finding).ifPresent(figures::add);
      }
      tables.add(table(finding));
    }
    return FigureSections.section(
        "planned",
        "Context, depth and other questions",
        "One thing is varied, the rest stays. Below each figure, and as whiskers, its 95\u00a0%"
            + " interval by bootstrap over documents. Published figures stand beside ours and were"
            + " not measured here.",
        figures,
        tables);
  }

  private static Optional<Figure> plot(Finding finding) {
    Map<String, List<Plot.Point>> lines = new LinkedHashMap<>();
    for (JsonNode figure : drawn(finding.json())) {
      add(lines, figure.path("protocol").asText(), figure);
    }
    for (JsonNode figure : finding.json().path("published")) {
      add(lines, figure.path("system").asText() + " (published)", figure);
    }
    List<Plot.Series> series = new ArrayList<>();
    lines.forEach((name, points) -> series.add(new Plot.Series(name, true, true, points)));
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Figure.of(
                new Plot(
                    finding.json().path("axis").asText(), MAIN, Plot.Scale.LINEAR, false, series),
                finding.json().path("title").asText()));
  }

  private static void add(Map<String, List<Plot.Point>> lines, String name, JsonNode figure) {
    if (figure.path("x").isNumber() && figure.path(MAIN).isNumber()) {
      lines
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(
              SeriesSections.point(
                  figure.path("x").asDouble(),
                  figure.path(MAIN).asDouble(),
                  figure.path("intervals").path(MAIN),
                  0));
    }
  }

  /** Of each system and protocol the figure with the most seeds. */
  private static List<JsonNode> drawn(JsonNode json) {
    Map<String, JsonNode> drawn = new LinkedHashMap<>();
    for (JsonNode figure : json.path("figures")) {
      drawn.merge(
          figure.path("system").asText() + "/" + figure.path("protocol").asText(),
          figure,
          (one, other) -> other.path("seeds").size() > one.path("seeds").size() ? other : one);
    }
    return List.copyOf(drawn.values());
  }

  private static Table table(Finding finding) {
    JsonNode json = finding.json();
    List<Cell> header = new ArrayList<>();
    header.addAll(List.of(Cell.words("System"), Cell.words("Protocol"), Cell.words("Seed")));
    SHOWN.forEach(name -> header.add(Cell.number(name)));
    List<Row> rows = new ArrayList<>();
    for (JsonNode figure : json.path("figures")) {
      String system = figure.path("system").asText();
      rows.add(row(system, figure, seeds(figure.path("seeds")), ""));
    }
    for (JsonNode figure : json.path("published")) {
      rows.add(row(place(figure), figure, "published", figure.path("source").asText()));
    }
    String unfinished =
        json.path("complete").asBoolean(true)
            ? ""
            : ", unfinished: "
                + json.path("steps_done").asInt()
                + " of "
                + json.path("steps").asInt()
                + " steps";
    return new Table(json.path("title").asText(finding.name()) + unfinished, header, rows);
  }

  /** Who published it, and where on the axis it stands: that is not in the system's name. */
  private static String place(JsonNode figure) {
    String system = figure.path("system").asText();
    return figure.path("x").isNumber()
        ? system + ", " + Numbers.plain(figure.path("x").asDouble())
        : system;
  }

  private static Row row(String system, JsonNode figure, String seed, String source) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(system, source));
    cells.add(Cell.words(figure.path("protocol").asText()));
    cells.add(Cell.words(seed));
    SHOWN.forEach(
        name ->
            cells.add(
                Cell.number(
                    Numbers.figure(figure.path(name)),
                    Numbers.ends(figure.path("intervals").path(name), 0))));
    return new Row(cells);
  }

  private static String seeds(JsonNode seeds) {
    return switch (seeds.size()) {
      case 0 -> "\u2013";
      case 1 -> seeds.path(0).asText();
      default -> "mean of " + seeds.size();
    };
  }

  /** Accuracy@1 against the time of a mention, and what each system takes up. */
  static Optional<Section> cost(List<Finding> findings) {
    List<Figure> figures = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    for (Finding finding : findings) {
      JsonNode costs = finding.json().path("costs");
      if (costs.isEmpty()) {
        continue;
      }
      List<Plot.Series> series = new ArrayList<>();
      List<Row> rows = new ArrayList<>();
      for (JsonNode cost : costs) {
        rows.add(costRow(cost));
        points(finding.json(), cost, series);
      }
      if (!series.isEmpty()) {
        figures.add(
            Figure.of(
                new Plot(
                    "milliseconds a mention, from text to ten concepts, median",
                    MAIN,
                    Plot.Scale.LOGARITHMIC,
                    false,
                    series),
                finding.json().path("title").asText() + ". Up and to the left is better."));
      }
      tables.add(
          new Table(
              finding.json().path("title").asText(),
              List.of(
                  Cell.words("System"),
                  Cell.number("Rows"),
                  Cell.number("p50, ms"),
                  Cell.number("p95, ms"),
                  Cell.number("Every row, p50"),
                  Cell.number("p95"),
                  Cell.number("Index, MB"),
                  Cell.number("Memory, MB")),
              rows));
    }
    return FigureSections.section(
        "planned-cost",
        "Quality against cost, mention by mention",
        "Measured by the bench's harness, one mention after the other. p50 and p95 are those of the"
            + " search that the linker does unless told otherwise; accuracy is that of scoring every"
            + " row. Memory is resident, of no file, and of the whole process that measured.",
        figures,
        tables);
  }

  private static Row costRow(JsonNode cost) {
    return Row.of(
        Cell.words(cost.path("system").asText(), cost.path("query").asText()),
        Cell.number(Numbers.count(cost.path("rows"))),
        Cell.number(Numbers.millis(cost.path("usual_p50_ms"))),
        Cell.number(Numbers.millis(cost.path("usual_p95_ms"))),
        Cell.number(Numbers.millis(cost.path("exact_p50_ms"))),
        Cell.number(Numbers.millis(cost.path("exact_p95_ms"))),
        Cell.number(megabytes(cost.path("index_bytes"))),
        Cell.number(megabytes(cost.path("private_bytes"))));
  }

  private static String megabytes(JsonNode bytes) {
    return String.format(Locale.ROOT, "%,.0f", bytes.asDouble() / MEGABYTE);
  }

  /** A point for each protocol that the system was evaluated by. */
  private static void points(JsonNode json, JsonNode cost, List<Plot.Series> series) {
    String system = cost.path("system").asText();
    for (JsonNode figure : drawn(json)) {
      String label = figure.path("system").asText();
      if ((label.equals(system) || label.startsWith(system + ", "))
          && figure.path(MAIN).isNumber()) {
        series.add(
            new Plot.Series(
                label + ", " + figure.path("protocol").asText(),
                false,
                true,
                List.of(
                    SeriesSections.point(
                        cost.path("usual_p50_ms").asDouble(),
                        figure.path(MAIN).asDouble(),
                        figure.path("intervals").path(MAIN),
                        0))));
      }
    }
  }
}
