package org.hyperlinker.training.plan;

import org.hyperlinker.training.optimizer.LearningRateSchedule;

/**
 * How long a run is and how its learning rate moves.
 *
 * @param maxSteps optimizer steps; -1 to count epochs instead
 * @param epochs passes over the data, where {@code maxSteps} is -1
 * @param warmupRatio share of the run over which the rate rises, where {@code warmupSteps} is 0
 * @param warmupSteps steps over which the rate rises
 * @param schedule the course after the warm-up
 */
public record RunLength(
    long maxSteps,
    double epochs,
    double warmupRatio,
    long warmupSteps,
    LearningRateSchedule.Kind schedule) {

  /** The schedule of a run whose epoch has this many optimizer steps. */
  public LearningRateSchedule over(double stepsPerEpoch) {
    long total = maxSteps > 0 ? maxSteps : (long) Math.ceil(epochs * stepsPerEpoch);
    long warmup = warmupSteps > 0 ? warmupSteps : (long) Math.ceil(warmupRatio * total);
    return new LearningRateSchedule(schedule, warmup, Math.max(1, total));
  }
}
