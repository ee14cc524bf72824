package org.hyperlinker.training.config;

/** To which length the queries of a batch are padded; results do not depend on it. */
public enum QueryPadding {
  /** The longest of the batch. */
  LONGEST,
  /** Always {@code query_max_length}. */
  MAX_LENGTH
}
