package org.hyperlinker.evaluation.detection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What came of raw text.
 *
 * @param documents how many were read
 * @param spans how well mentions were found
 * @param mentions the same span with the right concept
 * @param concepts the concepts of each document, wherever they are mentioned
 * @param errors where the errors of {@code mentions} were made
 */
public record EndToEndReport(
    int documents,
    Map<SpanMatch, Agreement> spans,
    Agreement mentions,
    Agreement concepts,
    Errors errors) {

  /** Keeps the order of the matches. */
  public EndToEndReport {
    spans = Collections.unmodifiableMap(new EnumMap<>(spans));
  }

  /**
   * Errors at mention level by the step that made them.
   *
   * @param missed annotated mentions whose span was not found
   * @param spurious mentions that were linked where none with a concept is annotated
   * @param unlinked spans that were found and not linked, as no concept was sure enough
   * @param mislinked spans that were found and linked to another concept
   */
  public record Errors(int missed, int spurious, int unlinked, int mislinked) {

    /** The detector's share of the errors, 0 to 1; 0 without errors. */
    public double detectorShare() {
      int all = missed + spurious + unlinked + mislinked;
      return all == 0 ? 0 : (double) (missed + spurious) / all;
    }
  }
}
