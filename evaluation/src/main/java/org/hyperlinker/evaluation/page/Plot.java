package org.hyperlinker.evaluation.page;

import java.util.List;

/**
 * What a plot shows.
 *
 * @param x what the horizontal axis counts
 * @param y what the vertical axis counts
 * @param scale of the horizontal axis
 * @param diagonal whether to draw the line on which both are equal, and both axes from 0 to 1
 * @param series each with its own colour, in the order of the legend
 */
record Plot(String x, String y, Scale scale, boolean diagonal, List<Series> series) {

  /** How a horizontal axis is divided. */
  enum Scale {
    LINEAR,
    LOGARITHMIC
  }

  /**
   * Points that belong together.
   *
   * @param name for the legend
   * @param line whether to join the points
   * @param marks whether to mark each
   * @param points by rising x where they are joined
   */
  record Series(String name, boolean line, boolean marks, List<Point> points) {

    Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A point, with the ends of its interval or NaN.
   *
   * @param x across
   * @param y up
   * @param low the interval's lower end
   * @param high the interval's upper end
   */
  record Point(double x, double y, double low, double high) {

    Point(double x, double y) {
      this(x, y, Double.NaN, Double.NaN);
    }

    boolean bounded() {
      return !Double.isNaN(low) && !Double.isNaN(high);
    }
  }

  Plot {
    series = List.copyOf(series);
  }
}
