package org.hyperlinker.benchmarks.chart;

import java.util.List;

/**
 * Points of one kind.
 *
 * @param name in the legend
 * @param colour as SVG writes it
 * @param points in the order in which they are joined
 */
public record Series(String name, String colour, List<Point> points) {

  /** Copies the points. */
  public Series {
    points = List.copyOf(points);
  }

  /**
   * A measured point.
   *
   * @param x on the horizontal axis
   * @param y on the vertical axis
   * @param label beside it; may be empty
   */
  public record Point(double x, double y, String label) {}
}
