package org.hyperlinker.search.index;

import org.hyperlinker.model.scoring.PackedItems;

/**
 * Turns embeddings into codes of a byte a coordinate.
 *
 * @param scale what a code is multiplied by to give a coordinate, positive
 */
record Quantiser(float scale) {

  private static final int LARGEST = 127;

  /**
   * The finest quantiser that clips no coordinate of these rows.
   *
   * @param rows each read once
   */
  static Quantiser of(int size, int dimension, PackedItems.Source rows) {
    float[] row = new float[dimension];
    float largest = 0;
    for (int i = 0; i < size; i++) {
      rows.read(i, row);
      for (float value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    // Rows of nothing but zeros are exact with any scale.
    return new Quantiser(largest == 0 ? 1 : Math.max(Float.MIN_NORMAL, largest / LARGEST));
  }

  /** The nearest codes: new bytes, -127 to 127. */
  byte[] codes(float[] embedding) {
    byte[] codes = new byte[embedding.length];
    for (int k = 0; k < codes.length; k++) {
      codes[k] = (byte) Math.clamp(Math.round(embedding[k] / scale), -LARGEST, LARGEST);
    }
    return codes;
  }
}
