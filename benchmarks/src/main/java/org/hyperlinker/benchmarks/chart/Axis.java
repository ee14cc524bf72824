package org.hyperlinker.benchmarks.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis.
 *
 * @param title with its unit
 * @param low at the origin; above 0 if logarithmic
 * @param high at the end
 * @param logarithmic or linear
 */
public record Axis(String title, double low, double high, boolean logarithmic) {

  private static final int LINEAR_STEPS = 7;
  private static final double[] FINE = {1, 2, 5};
  private static final double[] COARSE = {1};
  private static final double MANY_DECADES = 2.5;

  /** Rejects an empty range. */
  public Axis {
    if (!(low < high) || (logarithmic && low <= 0)) {
      throw new IllegalArgumentException(
          "axis '" + title + "' cannot go from " + low + " to " + high);
    }
  }

  /** From a little below the smallest value to a little above the largest, all of them above 0. */
  public static Axis logarithmic(String title, double[] values) {
    double low = Double.MAX_VALUE;
    double high = 0;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new Axis(title, low / 1.4, high * 1.4, true);
  }

  /** Where a value lies, from 0 at the origin to 1 at the end. */
  double place(double value) {
    return logarithmic
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (!logarithmic) {
      double step = linearStep();
      for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
        ticks.add(i * step);
      }
      return ticks;
    }
    double[] steps = Math.log10(high / low) > MANY_DECADES ? COARSE : FINE;
    for (int decade = (int) Math.floor(Math.log10(low)); Math.pow(10, decade) <= high; decade++) {
      for (double step : steps) {
        double tick = step * Math.pow(10, decade);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** The smallest of 1, 2 and 5 times a power of ten that gives few enough ticks. */
  private double linearStep() {
    double unit = Math.pow(10, Math.floor(Math.log10((high - low) / LINEAR_STEPS)));
    for (double step : FINE) {
      if (step * unit * LINEAR_STEPS >= high - low) {
        return step * unit;
      }
    }
    return 10 * unit;
  }

  /** Such as 0.98, 5, 200, 20k or 10M. */
  static String label(double value) {
    if (value >= 1e6) {
      return plain(value / 1e6) + "M";
    }
    return value >= 1e4 ? plain(value / 1e3) + "k" : plain(value);
  }

  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
