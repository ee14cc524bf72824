package org.hyperlinker.training.config;

/**
 * How many examples make a step.
 *
 * @param train {@code per_device_train_batch_size}; 1 by default
 * @param evaluation {@code per_device_eval_batch_size}; 1 by default
 * @param gradientAccumulationSteps batches of which each optimizer step takes the mean gradient; 1
 *     by default
 * @param dropLast {@code dataloader_drop_last}: whether an epoch's smaller last batch is left out;
 *     false by default
 */
public record BatchConfig(
    int train, int evaluation, int gradientAccumulationSteps, boolean dropLast) {

  /** Refuses sizes below 1. */
  public BatchConfig {
    InvalidSetting.requireAtLeast(1, train, "per_device_train_batch_size");
    InvalidSetting.requireAtLeast(1, evaluation, "per_device_eval_batch_size");
    InvalidSetting.requireAtLeast(1, gradientAccumulationSteps, "gradient_accumulation_steps");
  }

  static BatchConfig read(YamlSection section) throws ConfigException {
    int train = section.integer("per_device_train_batch_size", 1);
    int evaluation = section.integer("per_device_eval_batch_size", 1);
    int accumulation = section.integer("gradient_accumulation_steps", 1);
    boolean dropLast = section.bool("dataloader_drop_last", false);
    return section.build(() -> new BatchConfig(train, evaluation, accumulation, dropLast));
  }
}
