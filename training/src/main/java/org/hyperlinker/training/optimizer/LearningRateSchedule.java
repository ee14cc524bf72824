package org.hyperlinker.training.optimizer;

/**
 * The factor of the learning rate over a run, as the Hugging Face trainer computes it.
 *
 * @param kind the form after the warm-up
 * @param warmupSteps steps over which the factor rises from 0
 * @param totalSteps optimizer steps of the whole run
 */
public record LearningRateSchedule(Kind kind, long warmupSteps, long totalSteps) {

  /** The form of a schedule, named as in {@code lr_scheduler_type}. */
  public enum Kind {
    /** Falls in a line to 0. */
    LINEAR,
    /** Stays, from the first step. */
    CONSTANT,
    /** Stays, after the warm-up. */
    CONSTANT_WITH_WARMUP,
    /** Falls by half a cosine to 0. */
    COSINE
  }

  /** The factor of step {@code step}, counted from 0, between 0 and 1. */
  public double factor(long step) {
    if (kind == Kind.CONSTANT) {
      return 1;
    }
    if (step < warmupSteps) {
      return (double) step / Math.max(1, warmupSteps);
    }
    double done = (double) (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
    return switch (kind) {
      case LINEAR -> Math.max(0, 1 - done);
      case COSINE -> Math.max(0, 0.5 * (1 + Math.cos(Math.PI * done)));
      case CONSTANT, CONSTANT_WITH_WARMUP -> 1;
    };
  }
}
