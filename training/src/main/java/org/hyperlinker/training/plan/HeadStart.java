package org.hyperlinker.training.plan;

/** What a new hyper-head starts from. */
public enum HeadStart {
  /** The official random values. */
  OFFICIAL,
  /** Values that rank as the encoder's inner product does. */
  INNER_PRODUCT
}
