package org.hyperlinker.training.config;

/** How often something is done: a {@code *_strategy} of the trainer. */
public enum When {
  /** Never, except at the end of the run where the setting says so. */
  NO,
  /** Each so many optimizer steps. */
  STEPS,
  /** At the end of each epoch. */
  EPOCH
}
