package org.hyperlinker.evaluation.calibration;

import java.util.Locale;
import java.util.OptionalDouble;

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
    OptionalDouble threshold = report.calibration().threshold();
    text.append(
        threshold.isPresent()
            ? reached(report, threshold.getAsDouble())
            : format(
                "\nno threshold reaches the wanted precision %.2f on %s\n",
                report.calibration().precision(), report.chosenOn()));
    return text.toString();
  }

  private static String reached(CalibrationReport report, double threshold) {
    String others =
        report.unlinkable() == 0
            ? ""
            : format(", %.1f %% of the others left unlinked", 100 * report.refused(threshold));
    String brought =
        report
            .point()
            .map(
                point ->
                    format(
                        "precision %.4f, %.1f %% of mentions linked",
                        point.precision(), 100 * point.coverage()))
            .orElse("no mention linked");
    return format(
        "\nfrom probability %.4f on: %s,\n"
            + "%.1f %% of the linkable ones rightly%s\n"
            + "(threshold chosen for precision %.2f on %s)\n",
        threshold,
        brought,
        100 * report.recall(threshold),
        others,
        report.calibration().precision(),
        report.chosenOn());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
