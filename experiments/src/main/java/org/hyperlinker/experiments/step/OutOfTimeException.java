package org.hyperlinker.experiments.step;

/** The time that an experiment may take is over. */
public final class OutOfTimeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  OutOfTimeException(String message) {
    super(message);
  }
}
