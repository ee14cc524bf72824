package org.hyperlinker.evaluation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An axis: which values it shows, where its ticks are, and where a value lies.
 *
 * @param low the value at its start
 * @param high the value at its end, above {@code low}
 * @param ticks the values to mark
 * @param scale how it is divided
 */
record Axis(double low, double high, List<Double> ticks, Plot.Scale scale) {

  private static final int TICKS = 5;

  Axis {
    ticks = List.copyOf(ticks);
  }

  /** A linear axis that shows these values with round ticks. */
  static Axis linear(double least, double most) {
    double range = most > least ? most - least : Math.max(Math.abs(most) * 0.1, 0.01);
    double rough = range / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step =
        power * (rough / power > 5 ? 10 : rough / power > 2 ? 5 : rough / power > 1 ? 2 : 1);
    double low = Math.floor(least / step + 1e-9) * step;
    double high = Math.ceil(most / step - 1e-9) * step;
    if (high <= low) {
      high = low + step;
    }
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step * 1e-6; i++) {
      ticks.add(low + i * step);
    }
    return new Axis(low, high, ticks, Plot.Scale.LINEAR);
  }

  /** A logarithmic axis with ticks at 1, 2 and 5 times powers of ten; values are above 0. */
  static Axis logarithmic(double least, double most) {
    List<Double> all = new ArrayList<>();
    for (double power = Math.pow(10, Math.floor(Math.log10(least)));
        power <= most * 10;
        power *= 10) {
      all.addAll(List.of(power, 2 * power, 5 * power));
    }
    double low = all.stream().filter(t -> t <= least * 1.0001).max(Double::compare).orElse(least);
    double high = all.stream().filter(t -> t >= most * 0.9999 && t > low).findFirst().orElse(most);
    List<Double> ticks = all.stream().filter(t -> t >= low && t <= high).toList();
    if (ticks.size() > 2 * TICKS) {
      List<Double> powers =
          ticks.stream()
              .filter(t -> Math.abs(Math.log10(t) - Math.rint(Math.log10(t))) < 1e-6)
              .toList();
      int every = (powers.size() + 2 * TICKS - 1) / (2 * TICKS);
      ticks =
          IntStream.range(0, powers.size())
              .filter(i -> i % every == 0)
              .mapToObj(powers::get)
              .toList();
    }
    return new Axis(low, high, ticks, Plot.Scale.LOGARITHMIC);
  }

  /** Where a value lies: 0 at the start, 1 at the end. */
  double place(double value) {
    return switch (scale) {
      case LINEAR -> (value - low) / (high - low);
      case LOGARITHMIC -> Math.log(value / low) / Math.log(high / low);
    };
  }

  /** A tick as text, with as many decimals as its neighbours need. */
  String label(double tick) {
    double step = ticks.size() < 2 ? 1 : Math.abs(ticks.get(1) - ticks.get(0));
    int decimals =
        switch (scale) {
          case LINEAR -> (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
          case LOGARITHMIC -> (int) Math.max(0, -Math.floor(Math.log10(tick) + 1e-9));
        };
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", tick);
    return text.startsWith("-") ? "\u2212" + text.substring(1) : text;
  }
}
