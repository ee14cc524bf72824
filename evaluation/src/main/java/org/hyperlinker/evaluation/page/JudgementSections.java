package org.hyperlinker.evaluation.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.evaluation.page.Findings.Finding;
import org.hyperlinker.evaluation.page.Section.Cell;
import org.hyperlinker.evaluation.page.Section.Figure;
import org.hyperlinker.evaluation.page.Section.Row;
import org.hyperlinker.evaluation.page.Section.Table;

/** What comparisons, calibrations and classes of errors say. */
final class JudgementSections {

  /** Experiments test every two of their trials; more than a few would bury what comes after. */
  private static final int SHOWN_PAIRS = 3;

  private JudgementSections() {}

  /** Every two systems with their differences. */
  static Optional<Section> comparisons(List<Finding> comparisons) {
    List<Table> tables = new ArrayList<>();
    for (Finding finding : comparisons) {
      List<Row> rows = new ArrayList<>();
      for (JsonNode pair : finding.json().path("pairs")) {
        boolean first = true;
        for (var entry : pair.path("differences").properties()) {
          JsonNode difference = entry.getValue();
          JsonNode values = difference.path("difference");
          rows.add(
              Row.of(
                  first
                      ? Cell.words(
                          pair.path("first").asText() + " \u2212 " + pair.path("second").asText())
                      : Cell.words(""),
                  Cell.words(entry.getKey()),
                  Cell.number(Numbers.signed(values.path(0)), Numbers.signedEnds(values, 1)),
                  Cell.number(Numbers.p(difference.path("p"))),
                  Cell.number(Numbers.p(difference.path("p_holm"))),
                  Cell.number(
                      first
                          ? Numbers.count(pair.path("wins"))
                              + " : "
                              + Numbers.count(pair.path("losses"))
                          : "")));
          first = false;
        }
      }
      tables.add(
          new Table(
              finding.name()
                  + ": "
                  + Numbers.count(finding.json().path("mentions"))
                  + " mentions in "
                  + Numbers.count(finding.json().path("documents"))
                  + " documents",
              List.of(
                  Cell.words("Systems"),
                  Cell.words("Figure"),
                  Cell.number("Difference"),
                  Cell.number("p"),
                  Cell.number("p, corrected"),
                  Cell.number("Wins : losses")),
              rows,
              finding.json().path("pairs").size() > SHOWN_PAIRS));
    }
    return FigureSections.section(
        "comparisons",
        "Which system is better",
        "Both systems on the same mentions. p is that of a paired randomisation test by document,"
            + " corrected by Holm's method for the number of tests of its table. Wins are mentions"
            + " that only the first has right.",
        List.of(),
        tables);
  }

  /** Reliability and risk-coverage. */
  static Optional<Section> confidence(List<Finding> calibrations) {
    List<Figure> figures = new ArrayList<>();
    List<Plot.Series> risks = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (Finding finding : calibrations) {
      JsonNode json = finding.json();
      List<Plot.Point> bins = new ArrayList<>();
      for (JsonNode bin : json.path("bins")) {
        bins.add(new Plot.Point(bin.path("probability").asDouble(), bin.path("right").asDouble()));
      }
      figures.add(
          Figure.of(
              new Plot(
                  "probability said",
                  "share right",
                  Plot.Scale.LINEAR,
                  true,
                  List.of(new Plot.Series(finding.name(), true, true, bins))),
              "Reliability of "
                  + finding.name()
                  + ": on the dashed line, probabilities keep their word."));
      List<Plot.Point> risk = new ArrayList<>();
      for (JsonNode point : json.path("risk_coverage")) {
        risk.add(new Plot.Point(point.path(0).asDouble(), point.path(1).asDouble()));
      }
      risks.add(new Plot.Series(finding.name(), true, false, risk));
      JsonNode threshold = json.path("threshold");
      rows.add(
          Row.of(
              Cell.words(finding.name(), json.path("judged_on").asText()),
              Cell.number(
                  Numbers.count(json.path("mentions")),
                  Numbers.count(json.path("unlinkable")) + " unlinkable"),
              Cell.number(
                  Numbers.figure(json.path("ece")),
                  Numbers.figure(json.path("ece_equal_mass")) + " equal mass"),
              Cell.number(Numbers.figure(json.path("brier"))),
              Cell.number(Numbers.figure(json.path("aurc"))),
              Cell.number(
                  Numbers.figure(threshold.path("probability")),
                  json.has("threshold_chosen_on")
                      ? "chosen on " + json.path("threshold_chosen_on").asText()
                      : ""),
              Cell.number(Numbers.figure(threshold.path("precision"))),
              Cell.number(Numbers.figure(threshold.path("coverage")))));
    }
    if (!risks.isEmpty()) {
      figures.add(
          Figure.of(
              new Plot("share of mentions linked", "share wrong", Plot.Scale.LINEAR, false, risks),
              "Risk against coverage: how many links are wrong when only the surest are made."));
    }
    List<Table> tables =
        rows.isEmpty()
            ? List.of()
            : List.of(
                new Table(
                    "On mentions of documents that were not learned from",
                    List.of(
                        Cell.words("Calibration"),
                        Cell.number("Mentions"),
                        Cell.number("ECE"),
                        Cell.number("Brier"),
                        Cell.number("AURC"),
                        Cell.number("Threshold"),
                        Cell.number("Precision"),
                        Cell.number("Coverage")),
                    rows));
    return FigureSections.section(
        "confidence",
        "Confidence",
        "How sure the first candidate is, mentions without a concept and concepts missing from the"
            + " index included: there, every link is wrong. ECE is the expected calibration error"
            + " over 15 bins.",
        figures,
        tables);
  }

  /** The classes with bars, then examples. */
  static Optional<Section> errors(List<Finding> errors) {
    List<Table> tables = new ArrayList<>();
    for (Finding finding : errors) {
      JsonNode json = finding.json();
      double wrong = Math.max(1, json.path("wrong").asDouble());
      List<Row> classes = new ArrayList<>();
      List<Row> examples = new ArrayList<>();
      for (JsonNode one : json.path("classes")) {
        double share = one.path("count").asDouble() / wrong;
        classes.add(
            Row.of(
                Cell.words(one.path("class").asText(), one.path("meaning").asText()),
                Cell.number(Numbers.count(one.path("count"))),
                new Cell(Numbers.percent(share), "", "n", (int) Math.round(100 * share))));
        boolean first = true;
        for (JsonNode example : one.path("examples")) {
          examples.add(example(one, example, first));
          first = false;
        }
      }
      tables.add(
          new Table(
              finding.name()
                  + ": "
                  + Numbers.count(json.path("wrong"))
                  + " wrong of "
                  + Numbers.count(json.path("asked")),
              List.of(
                  Cell.words("The answer is"),
                  Cell.number("Mentions"),
                  Cell.number("Of the wrong")),
              classes));
      if (!examples.isEmpty()) {
        tables.add(
            new Table(
                "Examples, the most frequent confusions of each class",
                List.of(
                    Cell.words("Class"),
                    Cell.words("Mention"),
                    Cell.words("Gold"),
                    Cell.words("Answered"),
                    Cell.words("By the name")),
                examples));
      }
    }
    return FigureSections.section(
        "errors",
        "What goes wrong",
        "Wrong first candidates by how they lie to the gold concept in the ontology's trees; the"
            + " first class that fits counts.",
        List.of(),
        tables);
  }

  private static Row example(JsonNode error, JsonNode example, boolean first) {
    String gold = example.path("gold").asText();
    String goldName = example.path("gold_name").asText();
    return Row.of(
        Cell.words(first ? error.path("class").asText() : ""),
        Cell.words(example.path("mention").asText(), example.path("document").asText()),
        gold.isEmpty()
            ? Cell.words("none")
            : Cell.words(goldName.isEmpty() ? "not in the ontology" : goldName, gold),
        Cell.words(example.path("predicted_name").asText(), example.path("predicted").asText()),
        Cell.words(example.path("won_by").asText()));
  }
}
