package org.hyperlinker.model.onnx;

import java.util.Locale;

/** The side of a dual encoder that a graph computes. */
public enum EncoderRole {
  /** From query tokens to a q-net or a vector. */
  QUERY,
  /** From item tokens to an embedding. */
  ITEM;

  /** The name in metadata and file names, such as {@code query}. */
  public String officialName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
