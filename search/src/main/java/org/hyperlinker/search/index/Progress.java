package org.hyperlinker.search.index;

/** Told how far the building of an index is. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (stage, done, total) -> {};

  /**
   * Called from the building thread, first with 0 done, then again and again; what it throws ends
   * the building.
   *
   * @param stage what is going on: {@code encode}, {@code store}, {@code graph} or {@code
   *     neighbours}
   * @param done rows done so far in this stage
   * @param total rows of this stage
   */
  void advanced(String stage, long done, long total);
}
