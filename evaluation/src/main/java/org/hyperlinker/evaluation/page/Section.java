package org.hyperlinker.evaluation.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A section of the page; the template reads its fields by their names.
 *
 * @param id for links
 * @param title its heading
 * @param lead what it says, in a sentence or two
 * @param figures its plots
 * @param tables its tables
 */
record Section(String id, String title, String lead, List<Figure> figures, List<Table> tables) {

  Section {
    figures = List.copyOf(figures);
    tables = List.copyOf(tables);
  }

  /**
   * A plot with its caption.
   *
   * @param svg the drawing
   * @param caption below it
   * @param legend the series; empty where there is but one
   */
  record Figure(String svg, String caption, List<Key> legend) {

    Figure {
      legend = List.copyOf(legend);
    }

    static Figure of(Plot plot, String caption) {
      List<Key> keys = new ArrayList<>();
      for (int i = 0; i < plot.series().size(); i++) {
        keys.add(new Key(SvgMark.alone(plot.series().get(i), i), plot.series().get(i).name()));
      }
      return new Figure(SvgPlot.of(plot), caption, keys.size() < 2 ? List.of() : keys);
    }
  }

  /**
   * A series in the legend.
   *
   * @param mark drawn
   * @param name written
   */
  record Key(String mark, String name) {}

  /**
   * A table.
   *
   * @param caption above it
   * @param header a cell for each column
   * @param rows as wide
   * @param folded whether it shows its caption only until it is asked for
   */
  record Table(String caption, List<Cell> header, List<Row> rows, boolean folded) {

    Table {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }

    /** A table that is open. */
    Table(String caption, List<Cell> header, List<Row> rows) {
      this(caption, header, rows, false);
    }
  }

  /**
   * A row.
   *
   * @param cells from the left
   */
  record Row(List<Cell> cells) {

    Row {
      cells = List.copyOf(cells);
    }

    static Row of(Cell... cells) {
      return new Row(List.of(cells));
    }
  }

  /**
   * A cell.
   *
   * @param text in it
   * @param detail smaller, below it; may be empty
   * @param kind {@code n} for numbers, {@code w} for words
   * @param bar how long a bar behind it is, in percent; -1 for none
   */
  record Cell(String text, String detail, String kind, int bar) {

    static Cell words(String text) {
      return new Cell(text, "", "w", -1);
    }

    static Cell words(String text, String detail) {
      return new Cell(text, detail, "w", -1);
    }

    static Cell number(String text) {
      return new Cell(text, "", "n", -1);
    }

    static Cell number(String text, String detail) {
      return new Cell(text, detail, "n", -1);
    }

    /** Whether there is a bar. */
    boolean barred() {
      return bar >= 0;
    }
  }
}
