package org.hyperlinker.evaluation.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hyperlinker.evaluation.TextTable;
import org.hyperlinker.evaluation.metrics.RankSummary;
import org.hyperlinker.evaluation.statistics.Interval;

/** A report as text for a terminal. */
public final class ReportTable {

  private ReportTable() {}

  /** The report: what was measured, the table with aligned columns, coverage and times. */
  public static String text(EvaluationReport report) {
    StringBuilder text = new StringBuilder();
    text.append(measured(report)).append('\n').append(evidence(report)).append("\n\n");
    TextTable table = new TextTable(2);
    rows(report).forEach(table::add);
    text.append(table.text());
    text.append("(95 %): interval of Acc@1 by bootstrap over documents\n\n")
        .append(coverage(report))
        .append(timings(report.timings()));
    return text.toString();
  }

  private static String measured(EvaluationReport report) {
    String corpus = report.provenance().getOrDefault("corpus", "corpus");
    int candidates = report.coverage().candidates();
    return switch (report.settings().protocol()) {
      case RESTRICTED ->
          format(
              "%s, restricted: unique (mention, concept, passage) triples; %,d candidates, the"
                  + " corpus's own concepts",
              corpus, candidates);
      case FULL ->
          format("%s, full: every mention; %,d candidates, all of the index", corpus, candidates);
    };
  }

  /** What counted beside the model's scores of the ontology's names. */
  private static String evidence(EvaluationReport report) {
    return format(
        "abbreviations %s, %s rows of training mentions, %s; search: %s",
        known(report, "abbreviations").equals("true") ? "written out" : "as written",
        known(report, "memory_rows"),
        known(report, "hybrid").equals("true") ? "hybrid rule" : "the model's score alone",
        known(report, "search"));
  }

  private static String known(EvaluationReport report, String key) {
    return report.provenance().getOrDefault(key, "no");
  }

  private static List<List<String>> rows(EvaluationReport report) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("", "", "mentions"));
    for (int k : report.settings().cutoffs()) {
      header.add("Acc@" + k);
      if (k == 1) {
        header.add("(95 %)");
      }
    }
    header.add("MRR");
    header.add("MRR@" + report.settings().mrrCut());
    rows.add(header);
    String group = "";
    for (Slice slice : report.slices()) {
      RankSummary summary = slice.summary();
      List<String> row = new ArrayList<>();
      row.add(slice.group().equals(group) ? "" : slice.group());
      row.add(slice.value());
      row.add(format("%,d", summary.mentions()));
      summary
          .accuracy()
          .forEach(
              (k, value) -> {
                row.add(figure(value));
                if (k == 1) {
                  row.add(ends(slice.intervals().get("Accuracy@1")));
                }
              });
      row.add(figure(summary.mrr()));
      row.add(figure(summary.mrrCut()));
      rows.add(row);
      group = slice.group();
    }
    return rows;
  }

  private static String coverage(EvaluationReport report) {
    Coverage coverage = report.coverage();
    String counts =
        format(
            "%,d mentions: %,d single-concept, %,d composite, %,d without concept\n"
                + "%,d single-concept mentions asked, of which %,d (%.1f %%) in the ontology\n",
            coverage.mentions(),
            coverage.single(),
            coverage.composite(),
            coverage.noConcept(),
            coverage.asked(),
            coverage.inOntology(),
            100.0 * coverage.inOntology() / coverage.asked());
    return switch (report.settings().protocol()) {
      case RESTRICTED -> counts;
      case FULL ->
          counts
              + format(
                  "composite mentions, in no figure above: of %,d, %,d have all their concepts"
                      + " right and %,d at least one\n",
                  coverage.composite(), coverage.compositeWhole(), coverage.compositeHits());
    };
  }

  private static String timings(Timings timings) {
    return format(
        "%,d distinct queries: encoded in %.1f s, searched in %.1f s; %.1f mentions/s\n",
        timings.queries(),
        timings.encodeSeconds(),
        timings.searchSeconds(),
        timings.mentionsPerSecond());
  }

  private static String ends(Interval interval) {
    return interval.bounded() ? format("%.4f-%.4f", interval.low(), interval.high()) : "-";
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "-" : format("%.4f", value);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
