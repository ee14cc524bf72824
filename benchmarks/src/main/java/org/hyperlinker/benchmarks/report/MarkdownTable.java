package org.hyperlinker.benchmarks.report;

import java.util.Locale;

/** A table in Markdown; columns that begin with '#' in the header are figures, right-aligned. */
final class MarkdownTable {

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  MarkdownTable(String... header) {
    this.columns = header.length;
    StringBuilder rule = new StringBuilder("|");
    text.append('|');
    for (String title : header) {
      boolean figure = title.startsWith("#");
      text.append(' ').append(figure ? title.substring(1) : title).append(" |");
      rule.append(figure ? "---:|" : "---|");
    }
    text.append('\n').append(rule).append('\n');
  }

  MarkdownTable row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + columns + " columns");
    }
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    return this;
  }

  /** As many digits as a reader needs: three significant ones, none after the point from 100 on. */
  static String figure(double value) {
    double size = Math.abs(value);
    int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  static String share(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.2f %%" : "%.0f %%", 100 * value);
  }

  static String recall(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String megabytes(long bytes) {
    return bytes == 0 ? "-" : String.format(Locale.ROOT, "%,.0f", bytes / 1e6);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
