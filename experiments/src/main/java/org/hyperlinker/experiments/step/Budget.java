package org.hyperlinker.experiments.step;

import java.time.Duration;
import java.util.Locale;

/**
 * The time that an experiment may take, from the making of this.
 *
 * @param end on the clock of {@link System#nanoTime}; {@link Long#MAX_VALUE} for no end
 */
public record Budget(long end) {

  /** As long as it takes. */
  public static final Budget ENDLESS = new Budget(Long.MAX_VALUE);

  private static final double NANOS_PER_MINUTE = 60e9;

  /** So long from now. */
  public static Budget of(Duration time) {
    return new Budget(System.nanoTime() + time.toNanos());
  }

  double minutesLeft() {
    return end == Long.MAX_VALUE
        ? Double.POSITIVE_INFINITY
        : (end - System.nanoTime()) / NANOS_PER_MINUTE;
  }

  boolean over() {
    return minutesLeft() <= 0;
  }

  void check(String what) {
    if (over()) {
      throw new OutOfTimeException("the time was over within: " + what);
    }
  }

  /** Refuses to begin what would not end in time and could not go on later. */
  void admit(Step step) {
    if (over() || !step.divisible() && step.minutes() > minutesLeft()) {
      throw new OutOfTimeException(
          String.format(
              Locale.ROOT,
              "%.0f minutes were left before: %s, which takes about %.0f",
              Math.max(0, minutesLeft()),
              step.what(),
              step.minutes()));
    }
  }
}
