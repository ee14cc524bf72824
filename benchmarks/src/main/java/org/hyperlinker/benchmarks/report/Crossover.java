package org.hyperlinker.benchmarks.report;

import java.util.List;
import java.util.Optional;
import org.hyperlinker.benchmarks.figures.GrowthFigures;

/**
 * Where walks that find enough begin to be faster than the scan with the most threads.
 *
 * @param rows at that size, between two that were measured, both curves taken as straight on
 *     logarithmic axes
 * @param millis what both take there
 */
record Crossover(double rows, double millis) {

  /** The share of the ten best rows below which a walk is no replacement for the scan. */
  static final double ENOUGH = 0.9;

  private record Size(double rows, double scan, double walk) {

    /** The logarithm of scan over walk: positive where the walk is faster. */
    double difference() {
      return Math.log(scan / walk);
    }
  }

  static Optional<Crossover> of(GrowthFigures growth) {
    List<Size> both = measured(growth);
    for (int i = 1; i < both.size(); i++) {
      Size low = both.get(i - 1);
      Size high = both.get(i);
      if (low.difference() < 0 && high.difference() >= 0) {
        double share = low.difference() / (low.difference() - high.difference());
        return Optional.of(
            new Crossover(
                between(low.rows(), high.rows(), share), between(low.scan(), high.scan(), share)));
      }
    }
    return Optional.empty();
  }

  /** The crossover in words, also if there is none among the measured sizes. */
  static String inWords(GrowthFigures growth) {
    Optional<Crossover> crossover = of(growth);
    String walk = "walk that finds " + MarkdownTable.share(ENOUGH) + " of the ten best rows";
    if (crossover.isPresent()) {
      return "The fastest "
          + walk
          + " overtakes the scan at about "
          + rounded(crossover.get().rows())
          + " rows, where both take "
          + MarkdownTable.figure(crossover.get().millis())
          + " ms (between two measured sizes, on logarithmic axes).";
    }
    List<Size> both = measured(growth);
    if (both.isEmpty()) {
      return "No size was measured with both a scan and a " + walk + ", so no crossover is known.";
    }
    return both.getFirst().difference() >= 0
        ? "A " + walk + " is faster than the scan at every size that was measured with both."
        : "The scan is faster than any " + walk + " at every size that was measured with both.";
  }

  /** Two significant digits. */
  static String rounded(double rows) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(rows)) - 1));
    return MarkdownTable.count(Math.round(rows / unit) * (long) unit);
  }

  private static List<Size> measured(GrowthFigures growth) {
    return growth.sizes().stream()
        .filter(size -> !size.scans().isEmpty())
        .flatMap(
            size ->
                size.walk(ENOUGH).stream()
                    .map(
                        walk ->
                            new Size(
                                size.rows(),
                                size.scans().getLast().time().p50(),
                                walk.time().p50())))
        .toList();
  }

  private static double between(double low, double high, double share) {
    return Math.exp(Math.log(low) * (1 - share) + Math.log(high) * share);
  }
}
