package org.hyperlinker.benchmarks.chart;

import java.util.List;

/**
 * One chart.
 *
 * @param title above it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn
 * @param marks what is pointed at
 */
public record Panel(String title, Axis x, Axis y, List<Series> series, List<Mark> marks) {

  /** Copies the lists. */
  public Panel {
    series = List.copyOf(series);
    marks = List.copyOf(marks);
  }

  /**
   * A dashed line from bottom to top.
   *
   * @param x where
   * @param label at its top
   */
  public record Mark(double x, String label) {}
}
