package org.hyperlinker.experiments.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hyperlinker.evaluation.TextTable;
import org.hyperlinker.evaluation.comparison.ComparisonTable;
import org.hyperlinker.evaluation.statistics.Interval;
import org.hyperlinker.experiments.plan.PublishedFigure;

/** A result as text for a terminal. */
public final class ResultTable {

  private static final List<String> SHOWN = List.of("Accuracy@1", "Accuracy@5", "MRR");
  private static final double MEGABYTE = 1e6;

  private ResultTable() {}

  /** The figures with what others published, the tests, and what the systems take. */
  public static String text(ExperimentResult result) {
    StringBuilder text = new StringBuilder(result.title()).append("\n\n").append(figures(result));
    text.append("(95 %): interval of Acc@1 by bootstrap over documents\n");
    if (!result.published().isEmpty()) {
      text.append(
          result.published().stream()
              .map(PublishedFigure::source)
              .distinct()
              .collect(Collectors.joining("; ", "published: ", "\n")));
    }
    result
        .comparisons()
        .forEach(
            (protocol, comparison) ->
                text.append("\nProtocol ")
                    .append(protocol.officialName())
                    .append(": ")
                    .append(ComparisonTable.text(comparison)));
    if (!result.costs().isEmpty()) {
      text.append('\n').append(costs(result));
    }
    return text.toString();
  }

  private static String figures(ExperimentResult result) {
    TextTable table = new TextTable(3);
    table.add(List.of("", "protocol", "seed", "mentions", "Acc@1", "(95 %)", "Acc@5", "MRR"));
    for (ResultFigure figure : result.figures()) {
      Interval main = figure.metrics().get(SHOWN.getFirst());
      List<String> row = new ArrayList<>();
      row.add(figure.system());
      row.add(figure.protocol().officialName());
      row.add(
          figure.seeds().size() > 1
              ? "mean of " + figure.seeds().size()
              : figure.seeds().stream().map(String::valueOf).collect(Collectors.joining()));
      row.add(format("%,d", figure.mentions()));
      row.add(format("%.4f", main.estimate()));
      row.add(main.bounded() ? format("%.4f-%.4f", main.low(), main.high()) : "-");
      SHOWN.stream()
          .skip(1)
          .forEach(name -> row.add(format("%.4f", figure.metrics().get(name).estimate())));
      table.add(row);
    }
    for (PublishedFigure figure : result.published()) {
      List<String> row = new ArrayList<>();
      row.add(figure.label());
      row.add(figure.protocol().officialName());
      row.add("published");
      row.add("");
      row.add(published(figure, SHOWN.getFirst()));
      row.add("");
      SHOWN.stream().skip(1).forEach(name -> row.add(published(figure, name)));
      table.add(row);
    }
    return table.text();
  }

  private static String published(PublishedFigure figure, String name) {
    Double value = figure.metrics().get(name);
    return value == null ? "-" : format("%.4f", value);
  }

  private static String costs(ExperimentResult result) {
    TextTable table = new TextTable(2);
    table.add(
        List.of(
            "cost",
            "query",
            "rows",
            "p50, ms",
            "p95, ms",
            "exact p50",
            "exact p95",
            "index, MB",
            "memory, MB"));
    for (CostFigure cost : result.costs()) {
      table.add(
          List.of(
              cost.system(),
              cost.query(),
              format("%,d", cost.rows()),
              format("%.2f", cost.usual().p50()),
              format("%.2f", cost.usual().p95()),
              format("%.2f", cost.exact().p50()),
              format("%.2f", cost.exact().p95()),
              format("%,.0f", cost.footprint().indexBytes() / MEGABYTE),
              format("%,.0f", cost.footprint().privateBytes() / MEGABYTE)));
    }
    return table.text()
        + "one mention from text to ten concepts; memory: resident and of no file, of the process"
        + " that measured\n";
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
