package org.hyperlinker.preparation.progress;

/**
 * Hears how far a service is. Called from the thread that runs the service, often enough for a
 * progress bar and seldom enough to cost nothing; must return quickly.
 */
@FunctionalInterface
public interface Progress {

  /** The total of a stage whose end is not known beforehand. */
  long UNKNOWN = -1;

  /** Hears and says nothing. */
  Progress SILENT = (stage, done, total) -> {};

  /**
   * Reports a state.
   *
   * @param stage what is going on, fit for display, such as {@code fetch desc2015.xml}; a new text
   *     begins a new stage
   * @param done units done so far (bytes, documents, examples), never falling within a stage unless
   *     a download starts over
   * @param total units of the whole stage, or {@link #UNKNOWN}
   */
  void report(String stage, long done, long total);
}
