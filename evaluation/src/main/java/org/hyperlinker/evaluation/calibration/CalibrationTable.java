package org.hyperlinker.evaluation.calibration;

import java.util.Locale;

/** A calibration's quality as text for a terminal. */
public final class CalibrationTable {

  private CalibrationTable() {}

  /** What was judged, the errors of the probabilities, and what the threshold brings. */
  public static String text(CalibrationReport report) {
    Reliability reliability = report.reliability();
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "%,d mentions, of which %,d without a concept in the index; judged on: %s\n\n",
            report.judged().size(), report.unlinkable(), report.judgedOn()));
    text.append(
        format(
            "expected calibration error  %.4f (%d bins of equal width)  %.4f (of equal mass)\n",
            reliability.widthError(), Reliability.BINS, reliability.massError()));
    text.append(format("Brier score                 %.4f\n", reliability.brier()));
    text.append(
        format(
            "area under risk-coverage    %.4f (AURC; all answered: risk %.4f)\n",
            report.risk().area(), report.risk().points().getLast().risk()));
    double wanted = report.calibration().precision();
    text.append(
        report
            .point()
            .map(point -> reached(report, point, wanted))
            .orElseGet(() -> format("\nno threshold reaches the wanted precision %.2f\n", wanted)));
    return text.toString();
  }

  private static String reached(CalibrationReport report, RiskCoverage.Point point, double wanted) {
    String others =
        report.unlinkable() == 0
            ? ""
            : format(
                ", %.1f %% of the others left unlinked", 100 * report.refused(point.threshold()));
    return format(
        "\nfrom probability %.4f on: precision %.4f (wanted %.2f), %.1f %% of mentions linked,\n"
            + "%.1f %% of the linkable ones rightly%s\n",
        point.threshold(),
        point.precision(),
        wanted,
        100 * point.coverage(),
        100 * report.recall(point.threshold()),
        others);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
