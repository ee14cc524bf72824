package org.hyperlinker.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.hyperlinker.cli.console.Console;
import org.hyperlinker.cli.console.Interruption;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.training.run.StepReport;
import org.hyperlinker.training.run.TrainingListener;

/**
 * Shows a training run. Never ends it: the run itself meets an interruption after a step and saves
 * a checkpoint first.
 */
final class TrainingDisplay implements TrainingListener, AutoCloseable {

  private final Console console;
  private final ProgressDisplay progress;

  /** A display with a bar where the console can draw one and the run wants one. */
  TrainingDisplay(Console console, boolean bar) {
    this.console = console;
    this.progress =
        bar
            ? ProgressDisplay.on(console, Interruption.none())
            : ProgressDisplay.inLines(console, Interruption.none());
  }

  @Override
  public void remark(String line) {
    progress.close();
    console.note(line);
  }

  @Override
  public void step(StepReport report) {
    progress.report(
        "train",
        report.step(),
        report.totalSteps(),
        String.format(
            Locale.ROOT, "loss %.4f, %.1f examples/s", report.loss(), report.examplesPerSecond()));
  }

  @Override
  public void validated(long step, double loss) {
    remark(String.format(Locale.ROOT, "step %d: validation loss %.4f", step, loss));
  }

  @Override
  public void saved(Path directory) {
    remark("saved " + directory);
  }

  @Override
  public void close() {
    progress.close();
  }
}
