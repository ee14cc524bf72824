package org.hyperlinker.training.run;

import java.nio.file.Path;

/** A run that was asked to stop and has saved where it stands. */
public final class TrainingInterruptedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An interruption after a step, with the checkpoint to resume from. */
  public TrainingInterruptedException(long step, Path checkpoint) {
    super(
        "interrupted after step "
            + step
            + "; resume from "
            + checkpoint
            + " with resume_from_checkpoint: true");
  }
}
