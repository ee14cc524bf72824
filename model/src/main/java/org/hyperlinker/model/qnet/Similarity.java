package org.hyperlinker.model.qnet;

import java.util.Locale;

/** How a query vector and an item embedding are compared. */
public enum Similarity {
  /** The sum of products. */
  INNER_PRODUCT,
  /** The inner product over both lengths; 0 where a length is 0. */
  COSINE;

  /** The name in configuration files, such as {@code inner_product}. */
  public String officialName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
