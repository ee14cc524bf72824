package org.hyperlinker.linking.ranking;

/** Told how far the queries are; may throw to stop. */
@FunctionalInterface
public interface Progress {

  /** Nobody is told. */
  Progress NONE = (done, total) -> {};

  /**
   * Told after each batch.
   *
   * @param done distinct queries answered
   * @param total of how many
   */
  void advanced(int done, int total);
}
