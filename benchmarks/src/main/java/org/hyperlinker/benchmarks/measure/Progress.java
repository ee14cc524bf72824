package org.hyperlinker.benchmarks.measure;

/** Told how far the bench is. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (stage, done, total) -> {};

  /**
   * Called from the measuring thread between measurements; what it throws ends the run.
   *
   * @param stage what is measured
   * @param done steps done so far
   * @param total steps of this stage
   */
  void report(String stage, long done, long total);
}
