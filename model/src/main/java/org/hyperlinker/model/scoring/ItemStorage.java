package org.hyperlinker.model.scoring;

/** How coordinates of packed items are stored; scores are always computed in single precision. */
public enum ItemStorage {
  /** As they are, 4 bytes. */
  FLOAT32(4, 0),
  /** IEEE half precision, 2 bytes: 11 significant bits, magnitudes up to 65,504. */
  FLOAT16(2, 0),
  /** 1 byte times a scale of the item: its largest magnitude becomes 127. */
  INT8(1, PackedItems.LANES * Float.BYTES);

  private final int bytes;
  private final int scaleBytes;

  ItemStorage(int bytes, int scaleBytes) {
    this.bytes = bytes;
    this.scaleBytes = scaleBytes;
  }

  /** Bytes that one coordinate takes. */
  public int bytesPerCoordinate() {
    return bytes;
  }

  /** Bytes from the start of a panel to its first coordinates: the scales of {@link #INT8}. */
  int headBytes() {
    return scaleBytes;
  }

  /** Bytes from one panel of items of this width to the next, a multiple of the alignment. */
  long panelBytes(int dimension) {
    long content = scaleBytes + (long) dimension * PackedItems.LANES * bytes;
    return (content + PackedItems.ALIGNMENT - 1) / PackedItems.ALIGNMENT * PackedItems.ALIGNMENT;
  }
}
