package org.hyperlinker.evaluation.detection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hyperlinker.evaluation.TextTable;

/** An end-to-end report as text for a terminal. */
public final class EndToEndTable {

  private EndToEndTable() {}

  /** What was measured, and precision, recall and F1 of each comparison. */
  public static String text(String corpus, EndToEndReport report) {
    TextTable table = new TextTable(1);
    table.add(List.of("", "gold", "predicted", "precision", "recall", "F1"));
    for (Map.Entry<SpanMatch, Agreement> spans : report.spans().entrySet()) {
      table.add(row("found: " + spans.getKey().title(), spans.getValue()));
    }
    table.add(row("linked: span and concept", report.mentions()));
    table.add(row("linked: concepts of a document", report.concepts()));
    EndToEndReport.Errors errors = report.errors();
    return String.format(
            Locale.ROOT, "%s, end to end: %,d documents%n%n", corpus, report.documents())
        + table.text()
        + String.format(
            Locale.ROOT,
            "errors of span and concept: %,d not found, %,d found where none is (the detector's:"
                + " %.1f %%), %,d not linked, %,d linked to another concept%n",
            errors.missed(),
            errors.spurious(),
            100 * errors.detectorShare(),
            errors.unlinked(),
            errors.mislinked());
  }

  private static List<String> row(String title, Agreement agreement) {
    return List.of(
        title,
        String.format(Locale.ROOT, "%,d", agreement.gold()),
        String.format(Locale.ROOT, "%,d", agreement.predicted()),
        String.format(Locale.ROOT, "%.4f", agreement.precision()),
        String.format(Locale.ROOT, "%.4f", agreement.recall()),
        String.format(Locale.ROOT, "%.4f", agreement.f1()));
  }
}
