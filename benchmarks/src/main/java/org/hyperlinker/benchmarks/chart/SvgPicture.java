package org.hyperlinker.benchmarks.chart;

import java.util.List;
import java.util.Locale;

/** Panels below each other, as SVG. */
public final class SvgPicture {

  private static final int WIDTH = 900;
  private static final int PANEL = 430;
  private static final int LEFT = 70;
  private static final int RIGHT = 220;
  private static final int TOP = 58;
  private static final int BOTTOM = 62;
  private static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;
  private static final int PLOT_HEIGHT = PANEL - TOP - BOTTOM;
  private static final int LEGEND_STEP = 22;
  private static final String INK = "#222222";
  private static final String GREY = "#6b6b6b";

  private final StringBuilder svg = new StringBuilder();

  private SvgPicture() {}

  /** The picture as the content of a file. */
  public static String of(List<Panel> panels) {
    SvgPicture picture = new SvgPicture();
    int height = PANEL * panels.size();
    picture.line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\">",
        WIDTH, height, WIDTH, height);
    picture.line("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, height);
    for (int i = 0; i < panels.size(); i++) {
      picture.line("<g transform=\"translate(%d %d)\">", LEFT, i * PANEL + TOP);
      picture.panel(panels.get(i));
      picture.line("</g>");
    }
    picture.line("</svg>");
    return picture.svg.toString();
  }

  private void panel(Panel panel) {
    text(0, -26, "start", INK, "font-size=\"16\" font-weight=\"bold\"", panel.title());
    grid(panel);
    panel.marks().forEach(mark -> mark(panel, mark));
    panel.series().forEach(series -> series(panel, series));
    for (int i = 0; i < panel.series().size(); i++) {
      legend(panel.series().get(i), i * LEGEND_STEP);
    }
  }

  private void grid(Panel panel) {
    for (double tick : panel.x().ticks()) {
      double x = x(panel, tick);
      rule(x, 0, x, PLOT_HEIGHT, "#e4e4e4", "");
      text(x, PLOT_HEIGHT + 18, "middle", GREY, "", Axis.label(tick));
    }
    for (double tick : panel.y().ticks()) {
      double y = y(panel, tick);
      rule(0, y, PLOT_WIDTH, y, "#e4e4e4", "");
      text(-8, y + 4, "end", GREY, "", Axis.label(tick));
    }
    rule(0, PLOT_HEIGHT, PLOT_WIDTH, PLOT_HEIGHT, GREY, "");
    rule(0, 0, 0, PLOT_HEIGHT, GREY, "");
    text(PLOT_WIDTH / 2.0, PLOT_HEIGHT + 42, "middle", INK, "", panel.x().title());
    String turned = String.format(Locale.ROOT, "transform=\"rotate(-90 -48 %d)\"", PLOT_HEIGHT / 2);
    text(-48, PLOT_HEIGHT / 2.0, "middle", INK, turned, panel.y().title());
  }

  private void mark(Panel panel, Panel.Mark mark) {
    double x = x(panel, mark.x());
    rule(x, 0, x, PLOT_HEIGHT, GREY, "stroke-dasharray=\"4 4\"");
    boolean right = x > PLOT_WIDTH * 0.6;
    text(right ? x - 6 : x + 6, -6, right ? "end" : "start", GREY, "", mark.label());
  }

  private void series(Panel panel, Series series) {
    StringBuilder path = new StringBuilder();
    for (Series.Point point : series.points()) {
      path.append(number(x(panel, point.x()))).append(',').append(number(y(panel, point.y())));
      path.append(' ');
    }
    line(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
        path.toString().strip(), series.colour());
    for (Series.Point point : series.points()) {
      double x = x(panel, point.x());
      double y = y(panel, point.y());
      dot(x, y, series.colour());
      if (!point.label().isEmpty()) {
        text(x + 6, y + 15, "start", series.colour(), "font-size=\"11\"", point.label());
      }
    }
  }

  private void legend(Series series, int y) {
    int x = PLOT_WIDTH + 24;
    rule(x, y + 6, x + 22, y + 6, series.colour(), "stroke-width=\"2\"");
    dot(x + 11, y + 6, series.colour());
    text(x + 30, y + 10, "start", INK, "", series.name());
  }

  private double x(Panel panel, double value) {
    return panel.x().place(value) * PLOT_WIDTH;
  }

  private double y(Panel panel, double value) {
    return (1 - panel.y().place(value)) * PLOT_HEIGHT;
  }

  private void dot(double x, double y, String colour) {
    line(
        "<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\" stroke=\"#ffffff\"/>",
        number(x), number(y), colour);
  }

  private void rule(double x1, double y1, double x2, double y2, String colour, String more) {
    line(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" %s/>",
        number(x1), number(y1), number(x2), number(y2), colour, more);
  }

  private void text(double x, double y, String anchor, String colour, String more, String words) {
    line(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\" %s>%s</text>",
        number(x), number(y), anchor, colour, more, escaped(words));
  }

  private void line(String pattern, Object... values) {
    svg.append(String.format(Locale.ROOT, pattern, values)).append('\n');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
