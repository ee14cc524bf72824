package org.hyperlinker.cli.console;

/** The user wants the run to end; carries no stack, as it is not a fault. */
public final class InterruptedRun extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** A request to end. */
  public InterruptedRun() {
    super("interrupted", null, false, false);
  }
}
