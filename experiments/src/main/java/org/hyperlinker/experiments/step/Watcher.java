package org.hyperlinker.experiments.step;

/** Told what an experiment does; called on the working thread, and may throw to end it. */
public interface Watcher {

  /** Tells nobody. */
  Watcher NONE = new Watcher() {};

  /** A step begins. */
  default void begun(Step step) {}

  /**
   * A step is so far.
   *
   * @param remark such as the loss; may be empty
   */
  default void progress(String stage, long done, long total, String remark) {}

  /** A step remarks something. */
  default void remark(String line) {}
}
