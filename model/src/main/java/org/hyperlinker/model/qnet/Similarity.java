package org.hyperlinker.model.qnet;

import java.util.Locale;

/** How a query vector and an item embedding are compared. */
public enum Similarity {
  /** The sum of products. */
  INNER_PRODUCT,
  /** The inner product over both lengths; 0 where a length is 0. */
  COSINE;

  /**
   * What the inner product needs of one side: the vector itself, or for the cosine a copy of length
   * 1 (of zeros for a vector of zeros).
   */
  public float[] comparable(float[] vector) {
    if (this == INNER_PRODUCT) {
      return vector;
    }
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float[] unit = new float[vector.length];
    if (squares != 0) {
      for (int k = 0; k < unit.length; k++) {
        unit[k] = (float) (vector[k] / Math.sqrt(squares));
      }
    }
    return unit;
  }

  /** The name in configuration files, such as {@code inner_product}. */
  public String officialName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
