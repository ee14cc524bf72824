package org.hyperlinker.model.directory;

import java.util.Locale;

/** How the hidden states of a text become one vector. */
public enum Pooling {
  /** The first token's. */
  CLS,
  /** The mean over the text's own tokens; padding does not count, unlike in the official code. */
  MEAN;

  /** The name in configuration files, such as {@code cls}. */
  public String officialName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
