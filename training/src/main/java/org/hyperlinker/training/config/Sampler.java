package org.hyperlinker.training.config;

/** Which of an example's positives or negatives a batch takes. */
public enum Sampler {
  /** As many as wanted, drawn without replacement, anew in each epoch. */
  RANDOM,
  /** All, in file order; the number to sample then has no effect. */
  ALL
}
