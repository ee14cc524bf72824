package org.hyperlinker.evaluation.protocol;

import java.util.Locale;

/** Which mentions are asked and among which concepts their answer is sought. */
public enum Protocol {
  /**
   * The earlier study's: each (mention text, concept, passage text) once, at its first occurrence,
   * single-concept mentions only; the candidates are the concepts that these mentions denote, as
   * far as the index has them. Easier than {@link #FULL}, and comparable only with that study.
   */
  RESTRICTED,
  /** Every mention of the corpus, among all concepts of the index. */
  FULL;

  /** The name on the command line and in reports. */
  public String officialName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
