package org.hyperlinker.evaluation.page;

/** The marks of series, which tell them apart without colour too. */
final class SvgMark {

  private static final int SHAPES = 4;

  private SvgMark() {}

  /** The mark of the series with this number at a place. */
  static String at(double x, double y, int series) {
    return switch (series % SHAPES) {
      case 0 -> SvgPlot.format("<circle class=\"mark\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", x, y);
      case 1 ->
          SvgPlot.format(
              "<rect class=\"mark\" x=\"%.1f\" y=\"%.1f\" width=\"7\" height=\"7\"/>",
              x - 3.5, y - 3.5);
      case 2 -> SvgPlot.format("<path class=\"mark\" d=\"M%.1f %.1fl5 8.5h-10z\"/>", x, y - 5.5);
      default ->
          SvgPlot.format("<path class=\"mark\" d=\"M%.1f %.1fl5 5l-5 5l-5 -5z\"/>", x, y - 5);
    };
  }

  /** The line and the mark of a series by themselves, for a legend. */
  static String alone(Plot.Series series, int number) {
    return "<svg class=\"key s"
        + number % SvgPlot.COLOURS
        + "\" viewBox=\"0 0 24 12\" aria-hidden=\"true\">"
        + (series.line() ? "<path class=\"line\" d=\"M0 6H24\"/>" : "")
        + (series.marks() ? at(12, 6, number) : "")
        + "</svg>";
  }
}
