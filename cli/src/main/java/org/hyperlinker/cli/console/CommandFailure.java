package org.hyperlinker.cli.console;

/** A failure that a command itself finds; the message says the cause and the mend. */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** A failure with its one line. */
  public CommandFailure(String message) {
    super(message);
  }
}
