package org.hyperlinker.cli.console;

/**
 * Shows how far a service is: a bar on a terminal, a line every ten seconds elsewhere. Reports come
 * from one thread at a time; each may end the run, see {@link Interruption}.
 */
public sealed interface ProgressDisplay extends AutoCloseable permits BarDisplay, LineDisplay {

  /** The display that fits the console. */
  static ProgressDisplay on(Console console, Interruption interruption) {
    return console.terminal()
        ? new BarDisplay(console, interruption)
        : new LineDisplay(console, interruption);
  }

  /** The display that writes lines also where a bar could be drawn. */
  static ProgressDisplay inLines(Console console, Interruption interruption) {
    return new LineDisplay(console, interruption);
  }

  /**
   * Shows a state.
   *
   * @param stage what is going on; a new text begins a new bar
   * @param done units done so far
   * @param total units of the whole stage; negative if unknown
   * @param remark such as the loss; may be empty
   * @throws InterruptedRun if the user wants to end
   */
  void report(String stage, long done, long total, String remark);

  /** Shows a state without a remark. */
  default void report(String stage, long done, long total) {
    report(stage, done, total, "");
  }

  /** Ends the bar, so that other lines can follow. */
  @Override
  void close();
}
