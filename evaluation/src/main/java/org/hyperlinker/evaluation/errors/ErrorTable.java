package org.hyperlinker.evaluation.errors;

import java.util.List;
import java.util.Locale;
import org.hyperlinker.evaluation.TextTable;

/** Classes of errors as text for a terminal. */
public final class ErrorTable {

  private ErrorTable() {}

  /** The table of classes, then the examples of each. */
  public static String text(ErrorReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "%,d of %,d first candidates are wrong (composite mentions left out)\n\n",
            report.wrong(), report.asked()));
    TextTable table = new TextTable(1);
    table.add(List.of("the answer is", "mentions", "of wrong"));
    report
        .classes()
        .forEach(
            (error, members) ->
                table.add(
                    List.of(
                        error.officialName(),
                        format("%,d", members.count()),
                        format("%.1f %%", 100.0 * members.count() / Math.max(1, report.wrong())))));
    text.append(table.text());
    report.classes().forEach((error, members) -> append(text, error, members.examples()));
    return text.toString();
  }

  private static void append(StringBuilder text, ErrorClass error, List<ErrorExample> examples) {
    if (examples.isEmpty()) {
      return;
    }
    text.append(format("\n%s: %s\n", error.officialName(), error.meaning()));
    for (ErrorExample example : examples) {
      text.append(
          format(
              "  %s  \"%s\"  gold %s, answered %s %s%s\n",
              example.document(),
              example.mention(),
              example.gold().isEmpty()
                  ? "none"
                  : (example.gold() + " " + example.goldName()).strip(),
              example.predicted(),
              example.predictedName(),
              example.wonBy().equals(example.predictedName())
                  ? ""
                  : " by the name \"" + example.wonBy() + "\""));
    }
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
