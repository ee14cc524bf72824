package org.hyperlinker.evaluation.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hyperlinker.evaluation.TextTable;
import org.hyperlinker.evaluation.statistics.Interval;

/** A comparison as text for a terminal. */
public final class ComparisonTable {

  private ComparisonTable() {}

  /** The figures of each system with their intervals, then every two systems. */
  public static String text(Comparison comparison) {
    return format(
            "%,d mentions in %,d documents; 95 %% intervals by bootstrap over documents (BCa,"
                + " %,d resamples)\n\n",
            comparison.mentions(),
            comparison.documents(),
            comparison.settings().bootstrap().resamples())
        + systems(comparison)
        + '\n'
        + pairs(comparison)
        + format(
            "\np: paired randomisation by document (%,d exchanges); Holm: corrected for the %d"
                + " tests of this column; McNemar takes mentions for independent\n",
            comparison.settings().test().exchanges(),
            comparison.pairs().size() * comparison.pairs().getFirst().differences().size());
  }

  private static String systems(Comparison comparison) {
    TextTable table = new TextTable(1);
    List<String> header = new ArrayList<>(List.of(""));
    comparison
        .figures()
        .firstEntry()
        .getValue()
        .keySet()
        .forEach(name -> header.addAll(List.of(name, "(95 %)")));
    table.add(header);
    comparison
        .figures()
        .forEach(
            (system, figures) -> {
              List<String> row = new ArrayList<>(List.of(system));
              figures
                  .values()
                  .forEach(
                      figure ->
                          row.addAll(
                              List.of(
                                  format("%.4f", figure.estimate()), ends(figure, "%.4f-%.4f"))));
              table.add(row);
            });
    return table.text();
  }

  private static String pairs(Comparison comparison) {
    TextTable table = new TextTable(2);
    table.add(List.of("difference", "", "", "(95 %)", "p", "Holm", "wins", "losses"));
    for (SystemPair pair : comparison.pairs()) {
      String name = pair.first() + " - " + pair.second();
      boolean first = true;
      for (var entry : pair.differences().entrySet()) {
        Difference difference = entry.getValue();
        table.add(
            List.of(
                first ? name : "",
                entry.getKey(),
                format("%+.4f", difference.interval().estimate()),
                ends(difference.interval(), "%+.4f..%+.4f"),
                p(difference.p()),
                p(difference.corrected()),
                first ? format("%,d", pair.wins()) : "",
                first ? format("%,d", pair.losses()) : ""));
        first = false;
      }
      table.add(
          List.of("", "McNemar", "", "", p(pair.mcNemar()), p(pair.mcNemarCorrected()), "", ""));
    }
    return table.text();
  }

  private static String ends(Interval interval, String pattern) {
    return interval.bounded() ? format(pattern, interval.low(), interval.high()) : "-";
  }

  private static String p(double p) {
    return p < 0.0001 ? "<0.0001" : format("%.4f", p);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
