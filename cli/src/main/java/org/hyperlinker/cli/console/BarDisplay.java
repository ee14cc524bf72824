package org.hyperlinker.cli.console;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for each stage. */
final class BarDisplay implements ProgressDisplay {

  private static final int REDRAW_MILLIS = 200;

  private final Console console;
  private final Interruption interruption;
  private String stage = "";
  private ProgressBar bar;

  BarDisplay(Console console, Interruption interruption) {
    this.console = console;
    this.interruption = interruption;
  }

  @Override
  public void report(String reported, long done, long total, String remark) {
    interruption.check();
    if (bar == null || !reported.equals(stage)) {
      close();
      stage = reported;
      bar =
          new ProgressBarBuilder()
              .setTaskName(stage)
              .setInitialMax(total)
              .startsFrom(done, Duration.ZERO)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REDRAW_MILLIS)
              .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.columns() - 1))
              .showSpeed()
              .build();
    }
    bar.maxHint(total);
    bar.setExtraMessage(remark);
    bar.stepTo(done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
