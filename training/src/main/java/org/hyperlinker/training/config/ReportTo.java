package org.hyperlinker.training.config;

/** Where metrics go beside the metrics file. */
public enum ReportTo {
  /** Event files that TensorBoard reads. */
  TENSORBOARD
}
