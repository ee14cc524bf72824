package org.hyperlinker.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as text with aligned columns. */
public final class TextTable {

  private final int words;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param words how many columns, from the left, are flush left; the others are flush right
   */
  public TextTable(int words) {
    this.words = words;
  }

  /** Adds a row, of as many cells as the others. */
  public void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  /** The lines, each with its end. */
  public String text() {
    StringBuilder text = new StringBuilder();
    if (rows.isEmpty()) {
      return "";
    }
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String padding = " ".repeat(widths[column] - row.get(column).length());
        boolean left = column < words;
        line.append(left ? row.get(column) + padding : padding + row.get(column)).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
