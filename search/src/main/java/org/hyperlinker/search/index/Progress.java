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
   * @param stage what is going on: {@code encode characters}, {@code store}, {@code graph}, {@code
   *     neighbours} or {@code commit}
   * @param done characters or rows done so far in this stage; of a commit 0 before the files lie in
   *     their place, 1 before they count, 2 after it
   * @param total characters or rows of this stage, or 2
   */
  void advanced(String stage, long done, long total);
}
