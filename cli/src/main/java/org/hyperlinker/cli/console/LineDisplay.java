package org.hyperlinker.cli.console;

import java.time.Duration;
import java.util.Locale;

/** A line when a stage has been going on for a while, every ten seconds, and at its end. */
final class LineDisplay implements ProgressDisplay {

  private static final long EVERY = Duration.ofSeconds(10).toNanos();

  private final Console console;
  private final Interruption interruption;
  private String stage = "";
  private long started;
  private long spoken;

  LineDisplay(Console console, Interruption interruption) {
    this.console = console;
    this.interruption = interruption;
  }

  @Override
  public void report(String reported, long done, long total, String remark) {
    interruption.check();
    long now = System.nanoTime();
    if (!reported.equals(stage)) {
      stage = reported;
      started = now;
      spoken = now;
    }
    boolean spokeBefore = spoken > started;
    if (now - spoken >= EVERY || (done == total && spokeBefore)) {
      spoken = now;
      console.note(line(done, total, remark, (now - started) / 1e9));
    }
  }

  private String line(long done, long total, String remark, double seconds) {
    StringBuilder line = new StringBuilder(stage).append(": ").append(done);
    if (total > 0) {
      line.append(" of ").append(total);
      line.append(String.format(Locale.ROOT, " (%.0f %%)", 100.0 * done / total));
    }
    if (total > done && done > 0) {
      long left = Math.round(seconds * (total - done) / done);
      line.append(", ").append(left / 60).append(" min ").append(left % 60).append(" s left");
    }
    return remark.isEmpty() ? line.toString() : line.append(", ").append(remark).toString();
  }

  @Override
  public void close() {
    stage = "";
  }
}
