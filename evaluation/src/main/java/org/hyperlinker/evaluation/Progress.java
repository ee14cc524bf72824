package org.hyperlinker.evaluation;

/** Told how far a long run is. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (what, done, total) -> {};

  /**
   * Called from the working thread after each batch.
   *
   * @param what the work, such as {@code queries} or {@code documents}
   * @param done how many are finished
   * @param total how many there are
   */
  void advanced(String what, long done, long total);
}
