package org.hyperlinker.training.run;

/** A run that cannot go on: what happened, at which step, with which examples. */
public final class TrainingFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with its one-line message. */
  public TrainingFailedException(String message) {
    super(message);
  }
}
