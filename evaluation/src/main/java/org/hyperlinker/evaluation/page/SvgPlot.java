package org.hyperlinker.evaluation.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Draws plots as SVG; colours and fonts are the page's. */
final class SvgPlot {

  /** Series beyond this share colours, told apart by their marks. */
  static final int COLOURS = 6;

  private static final int WIDTH = 480;
  private static final int HEIGHT = 300;
  private static final int LEFT = 58;
  private static final int RIGHT = 14;
  private static final int TOP = 12;
  private static final int BOTTOM = 46;

  private final Plot plot;
  private final Axis across;
  private final Axis up;
  private final StringBuilder svg = new StringBuilder();

  private SvgPlot(Plot plot) {
    this.plot = plot;
    List<Plot.Point> points = plot.series().stream().flatMap(s -> s.points().stream()).toList();
    DoubleStream x = points.stream().mapToDouble(Plot.Point::x);
    double least = x.min().orElse(0);
    double most = points.stream().mapToDouble(Plot.Point::x).max().orElse(1);
    if (plot.diagonal()) {
      this.across = Axis.linear(0, 1);
      this.up = Axis.linear(0, 1);
    } else {
      this.across =
          plot.scale() == Plot.Scale.LOGARITHMIC && least > 0
              ? Axis.logarithmic(least, most)
              : Axis.linear(least, most);
      this.up =
          Axis.linear(
              points.stream().mapToDouble(p -> p.bounded() ? p.low() : p.y()).min().orElse(0),
              points.stream().mapToDouble(p -> p.bounded() ? p.high() : p.y()).max().orElse(1));
    }
  }

  /** The plot as an SVG element. */
  static String of(Plot plot) {
    return new SvgPlot(plot).draw();
  }

  private String draw() {
    svg.append(
        format(
            "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s by %s\">",
            WIDTH, HEIGHT, escaped(plot.y()), escaped(plot.x())));
    grid();
    if (plot.diagonal()) {
      svg.append(
          format(
              "<line class=\"even\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
              x(0), y(0), x(1), y(1)));
    }
    for (int i = 0; i < plot.series().size(); i++) {
      series(plot.series().get(i), i);
    }
    return svg.append("</svg>").toString();
  }

  private void grid() {
    for (double tick : up.ticks()) {
      svg.append(
          format(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
              LEFT, WIDTH - RIGHT, y(tick), y(tick), LEFT - 7, y(tick) + 4, up.label(tick)));
    }
    for (double tick : across.ticks()) {
      svg.append(
          format(
              "<line class=\"stub\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                  + "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
              x(tick),
              x(tick),
              HEIGHT - BOTTOM,
              HEIGHT - BOTTOM + 4,
              x(tick),
              HEIGHT - BOTTOM + 18,
              across.label(tick)));
    }
    svg.append(
        format(
            "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
                + "<text class=\"label\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                + "<text class=\"label\" transform=\"translate(13 %d) rotate(-90)\""
                + " text-anchor=\"middle\">%s</text>",
            LEFT,
            WIDTH - RIGHT,
            HEIGHT - BOTTOM,
            HEIGHT - BOTTOM,
            (LEFT + WIDTH - RIGHT) / 2,
            HEIGHT - 8,
            escaped(plot.x()),
            (TOP + HEIGHT - BOTTOM) / 2,
            escaped(plot.y())));
  }

  private void series(Plot.Series series, int index) {
    svg.append(format("<g class=\"s%d\">", index % COLOURS));
    if (series.line() && series.points().size() > 1) {
      StringBuilder path = new StringBuilder();
      for (Plot.Point point : series.points()) {
        path.append(format("%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(point.x()), y(point.y())));
      }
      svg.append("<path class=\"line\" d=\"").append(path).append("\"/>");
    }
    for (Plot.Point point : series.points()) {
      if (point.bounded()) {
        svg.append(
            format(
                "<line class=\"whisker\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
                x(point.x()), x(point.x()), y(point.low()), y(point.high())));
      }
      if (series.marks()) {
        svg.append(SvgMark.at(x(point.x()), y(point.y()), index));
      }
    }
    svg.append("</g>");
  }

  private double x(double value) {
    return LEFT + across.place(value) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - up.place(value) * (HEIGHT - TOP - BOTTOM);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
