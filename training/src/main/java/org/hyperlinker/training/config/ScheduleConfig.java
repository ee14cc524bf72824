package org.hyperlinker.training.config;

import java.util.OptionalInt;
import org.hyperlinker.training.optimizer.LearningRateSchedule;
import org.hyperlinker.training.plan.RunLength;

/**
 * The length of a run and the learning rate over it.
 *
 * @param kind {@code lr_scheduler_type}; linear by default
 * @param warmupRatio the share of all steps that warm up, unless {@code warmupSteps} is positive;
 *     0.05 by default
 * @param warmupSteps steps that warm up; 0 by default
 * @param maxSteps optimizer steps of the run, which then goes through the data as often as it must;
 *     empty (official: -1) to count epochs
 * @param epochs {@code num_train_epochs}, also a part of one; 1 by default
 */
public record ScheduleConfig(
    LearningRateSchedule.Kind kind,
    double warmupRatio,
    int warmupSteps,
    OptionalInt maxSteps,
    double epochs) {

  /** Refuses a run without a length and a warm-up outside it. */
  public ScheduleConfig {
    InvalidSetting.require(
        warmupRatio >= 0 && warmupRatio <= 1,
        "warmup_ratio",
        "'warmup_ratio': expected a number from 0 to 1, found " + warmupRatio);
    InvalidSetting.requireAtLeast(0, warmupSteps, "warmup_steps");
    InvalidSetting.require(
        maxSteps.isEmpty() || maxSteps.getAsInt() > 0,
        "max_steps",
        "'max_steps': expected a positive number, or -1 to count epochs");
    InvalidSetting.requirePositive(epochs, "num_train_epochs");
  }

  /** The same for the loop, which knows how many steps an epoch has. */
  public RunLength length() {
    return new RunLength(maxSteps.orElse(-1), epochs, warmupRatio, warmupSteps, kind);
  }

  static ScheduleConfig read(YamlSection section) throws ConfigException {
    LearningRateSchedule.Kind kind =
        section.choice("lr_scheduler_type", LearningRateSchedule.Kind.LINEAR);
    double ratio = section.number("warmup_ratio", 0.05);
    int warmup = section.integer("warmup_steps", 0);
    int max = section.integer("max_steps", -1);
    double epochs = section.number("num_train_epochs", 1);
    if (max > 0) {
      section.disregard("num_train_epochs", "'max_steps' sets the length of the run");
    }
    if (warmup > 0 && ratio > 0) {
      section.disregard("warmup_ratio", "'warmup_steps' sets the warm-up");
    }
    if (kind == LearningRateSchedule.Kind.CONSTANT) {
      String reason = "'lr_scheduler_type: constant' has no warm-up; 'constant_with_warmup' has";
      section.disregard(warmup > 0 ? "warmup_steps" : "warmup_ratio", reason);
    }
    OptionalInt steps = max == -1 ? OptionalInt.empty() : OptionalInt.of(max);
    return section.build(() -> new ScheduleConfig(kind, ratio, warmup, steps, epochs));
  }
}
