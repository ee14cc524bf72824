package org.hyperlinker.cli.console;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line when a stage has been going on for a while, every ten seconds, and at its end. */
final class LineDisplay implements ProgressDisplay {

  private static final long EVERY = Duration.ofSeconds(10).toNanos();

  private final Console console;
  private final Interruption interruption;
  private final LongSupplier nanoTime;
  private String stage = "";
  private long started;
  private long doneAtStart;
  private long spoken;

  LineDisplay(Console console, Interruption interruption) {
    this(console, interruption, System::nanoTime);
  }

  /** A display with a clock of its own. */
  LineDisplay(Console console, Interruption interruption, LongSupplier nanoTime) {
    this.console = console;
    this.interruption = interruption;
    this.nanoTime = nanoTime;
  }

  @Override
  public void report(String reported, long done, long total, String remark) {
    interruption.check();
    long now = nanoTime.getAsLong();
    if (!reported.equals(stage)) {
      stage = reported;
      started = now;
      doneAtStart = done;
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
    // A stage may begin in the middle: a resumed run, or one that said something else meanwhile.
    long since = done - doneAtStart;
    if (total > done && since > 0) {
      long left = Math.round(seconds * (total - done) / since);
      line.append(", ").append(left / 60).append(" min ").append(left % 60).append(" s left");
    }
    return remark.isEmpty() ? line.toString() : line.append(", ").append(remark).toString();
  }

  @Override
  public void close() {
    stage = "";
  }
}
