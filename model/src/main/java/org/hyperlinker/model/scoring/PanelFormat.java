package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Where a coordinate of an item lies in a panel, and how it is written and read. */
final class PanelFormat {

  static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** Bytes of a row of a panel of floats. */
  static final int ROW = PackedItems.LANES * Float.BYTES;

  private static final int LANES = PackedItems.LANES;
  private static final float LARGEST_BYTE = 127;

  private PanelFormat() {}

  /**
   * Writes an item into a lane of the panel that begins at {@code offset}.
   *
   * @throws IllegalArgumentException if the storage cannot hold a coordinate
   */
  static void write(
      MemorySegment panels, long offset, ItemStorage storage, int lane, float[] item) {
    switch (storage) {
      case FLOAT32 -> {
        for (int k = 0; k < item.length; k++) {
          panels.set(FLOAT, offset + (long) k * ROW + lane * Float.BYTES, item[k]);
        }
      }
      case FLOAT16 -> {
        for (int k = 0; k < item.length; k++) {
          panels.set(SHORT, offset + ((long) k * LANES + lane) * Short.BYTES, half(item[k]));
        }
      }
      case INT8 -> writeBytes(panels, offset, lane, item);
    }
  }

  private static short half(float value) {
    short half = Float.floatToFloat16(value);
    if (!Float.isFinite(Float.float16ToFloat(half))) {
      throw new IllegalArgumentException(
          "half precision holds finite numbers up to 65,504, found: " + value);
    }
    return half;
  }

  private static void writeBytes(MemorySegment panels, long offset, int lane, float[] item) {
    float largest = 0;
    for (float value : item) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("8-bit storage holds finite numbers, found: " + value);
      }
      largest = Math.max(largest, Math.abs(value));
    }
    float scale = largest / LARGEST_BYTE;
    panels.set(FLOAT, offset + (long) lane * Float.BYTES, scale);
    long first = offset + ItemStorage.INT8.headBytes() + lane;
    for (int k = 0; k < item.length; k++) {
      int rounded = scale == 0 ? 0 : Math.round(item[k] / scale);
      panels.set(
          ValueLayout.JAVA_BYTE,
          first + (long) k * LANES,
          (byte) Math.clamp(rounded, -LARGEST_BYTE, LARGEST_BYTE));
    }
  }

  /** Writes an item of {@link ItemStorage#INT8} that is in codes already. */
  static void writeCodes(MemorySegment panels, long offset, int lane, byte[] codes, float scale) {
    panels.set(FLOAT, offset + (long) lane * Float.BYTES, scale);
    long first = offset + ItemStorage.INT8.headBytes() + lane;
    for (int k = 0; k < codes.length; k++) {
      panels.set(ValueLayout.JAVA_BYTE, first + (long) k * LANES, codes[k]);
    }
  }

  /** One coordinate of the item in a lane of the panel that begins at {@code offset}. */
  static float read(MemorySegment panels, long offset, ItemStorage storage, int lane, int k) {
    long place = (long) k * LANES + lane;
    return switch (storage) {
      case FLOAT32 -> panels.get(FLOAT, offset + place * Float.BYTES);
      case FLOAT16 -> Float.float16ToFloat(panels.get(SHORT, offset + place * Short.BYTES));
      case INT8 ->
          panels.get(ValueLayout.JAVA_BYTE, offset + storage.headBytes() + place)
              * panels.get(FLOAT, offset + (long) lane * Float.BYTES);
    };
  }
}
