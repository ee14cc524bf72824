package org.hyperlinker.search.index;

/** Told how far the building of an index is. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (done, total) -> {};

  /**
   * Called from the building thread before the first batch and after each.
   *
   * @param done rows encoded so far
   * @param total rows to encode
   */
  void encoded(long done, long total);
}
