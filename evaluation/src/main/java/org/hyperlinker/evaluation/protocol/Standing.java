package org.hyperlinker.evaluation.protocol;

import java.util.Locale;

/** What can be expected of an answer to a mention. */
public enum Standing {
  /** One gold concept, and the index has it. */
  LINKABLE,
  /** One gold concept that the index does not have: every answer is wrong. */
  OUTSIDE,
  /** No gold concept ({@code -1}): every answer is wrong. */
  NO_CONCEPT,
  /** Several gold concepts: in no accuracy. */
  COMPOSITE;

  /** The name in files. */
  public String officialName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
