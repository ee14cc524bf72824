package org.hyperlinker.benchmarks.report;

import java.util.List;
import java.util.Optional;
import org.hyperlinker.benchmarks.figures.GrowthFigure;
import org.hyperlinker.benchmarks.figures.GrowthFigures;

/**
 * Where the walk begins to be faster than the scan with the most threads.
 *
 * @param rows at that size, between two that were measured, both curves taken as straight on
 *     logarithmic axes
 * @param millis what both take there
 */
record Crossover(double rows, double millis) {

  static Optional<Crossover> of(GrowthFigures growth) {
    List<GrowthFigure> both = measured(growth);
    for (int i = 1; i < both.size(); i++) {
      double before = difference(both.get(i - 1));
      double after = difference(both.get(i));
      if (before < 0 && after >= 0) {
        double share = before / (before - after);
        return Optional.of(
            new Crossover(
                between(both.get(i - 1).rows(), both.get(i).rows(), share),
                between(scan(both.get(i - 1)), scan(both.get(i)), share)));
      }
    }
    return Optional.empty();
  }

  /** The crossover in words, also if there is none among the measured sizes. */
  static String inWords(GrowthFigures growth) {
    Optional<Crossover> crossover = of(growth);
    if (crossover.isPresent()) {
      return "The walk overtakes the scan at about "
          + rounded(crossover.get().rows())
          + " rows, where both take "
          + MarkdownTable.figure(crossover.get().millis())
          + " ms (between two measured sizes, on logarithmic axes).";
    }
    List<GrowthFigure> both = measured(growth);
    if (both.isEmpty()) {
      return "No size was measured with both searches, so no crossover is known.";
    }
    return difference(both.getFirst()) >= 0
        ? "The walk is faster at every size that was measured with both."
        : "The scan is faster at every size that was measured with both.";
  }

  /** Two significant digits. */
  static String rounded(double rows) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(rows)) - 1));
    return MarkdownTable.count(Math.round(rows / unit) * (long) unit);
  }

  private static List<GrowthFigure> measured(GrowthFigures growth) {
    return growth.sizes().stream()
        .filter(size -> size.graph().isPresent() && !size.scans().isEmpty())
        .toList();
  }

  private static double scan(GrowthFigure size) {
    return size.scans().getLast().time().p50();
  }

  /** The logarithm of scan over walk: positive where the walk is faster. */
  private static double difference(GrowthFigure size) {
    return Math.log(scan(size) / size.graph().orElseThrow().walk().p50());
  }

  private static double between(double low, double high, double share) {
    return Math.exp(Math.log(low) * (1 - share) + Math.log(high) * share);
  }
}
