package org.hyperlinker.model.scoring;

import static org.hyperlinker.model.scoring.AffineKernels.S;
import static org.hyperlinker.model.scoring.AffineKernels.load;
import static org.hyperlinker.model.scoring.AffineKernels.store;
import static org.hyperlinker.model.scoring.PanelFormat.ROW;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** From stored coordinates to single precision, vector by vector. */
final class WideningKernels {

  private static final int VECTOR = S.vectorByteSize();
  private static final VectorSpecies<Byte> BYTES =
      AffineKernels.WIDE ? ByteVector.SPECIES_128 : ByteVector.SPECIES_64;
  private static final VectorSpecies<Short> SHORTS =
      AffineKernels.WIDE ? ShortVector.SPECIES_256 : ShortVector.SPECIES_128;
  private static final VectorSpecies<Integer> INTS =
      AffineKernels.WIDE ? IntVector.SPECIES_512 : IntVector.SPECIES_256;

  /** Single precision has 13 more bits of mantissa, and its exponents begin 112 lower. */
  private static final int MANTISSA_SHIFT = 13;

  private static final int EXPONENT_SHIFT = 112 << 23;
  private static final int EXPONENT_STEP = 1 << 23;
  private static final int SIGN = 0x8000;
  private static final int SIGN_SHIFT = 16;

  /** The smallest magnitude whose mantissa begins with a hidden 1, and its bits. */
  private static final float SMALLEST_NORMAL = 0x1p-14f;

  private static final int SMALLEST_NORMAL_BITS = 0x400;

  private WideningKernels() {}

  /**
   * Half precision, which holds no infinities here. Below the smallest normal number the mantissa
   * gets a hidden 1 that is subtracted again; multiplying instead would meet subnormal numbers,
   * which processors treat slowly.
   */
  static void halves(MemorySegment stored, long storedAt, int width, MemorySegment panel, long at) {
    int vectors = width * ROW / VECTOR;
    for (int i = 0; i < vectors; i++) {
      IntVector bits =
          (IntVector)
              ShortVector.fromMemorySegment(
                      SHORTS, stored, storedAt + (long) i * VECTOR / 2, ByteOrder.LITTLE_ENDIAN)
                  .convertShape(VectorOperators.S2I, INTS, 0);
      IntVector magnitude = bits.and(SIGN - 1);
      VectorMask<Integer> small = magnitude.compare(VectorOperators.LT, SMALLEST_NORMAL_BITS);
      FloatVector value =
          magnitude
              .lanewise(VectorOperators.LSHL, MANTISSA_SHIFT)
              .add(EXPONENT_SHIFT)
              .add(EXPONENT_STEP, small)
              .reinterpretAsFloats();
      value = value.sub(SMALLEST_NORMAL, small.cast(S));
      IntVector sign = bits.and(SIGN).lanewise(VectorOperators.LSHL, SIGN_SHIFT);
      store(
          value.reinterpretAsInts().or(sign).reinterpretAsFloats(), panel, at + (long) i * VECTOR);
    }
  }

  /**
   * Bytes times the scale of each lane.
   *
   * @param part the byte of a panel's row at which the vector begins: all of a row or half of it
   */
  static void bytes(
      MemorySegment stored, long storedAt, int part, int width, MemorySegment panel, long at) {
    FloatVector scales = load(stored, storedAt + part);
    long first = storedAt + ItemStorage.INT8.headBytes() + part / Float.BYTES;
    for (int k = 0; k < width; k++) {
      FloatVector values =
          (FloatVector)
              ByteVector.fromMemorySegment(
                      BYTES, stored, first + (long) k * PackedItems.LANES, ByteOrder.LITTLE_ENDIAN)
                  .convertShape(VectorOperators.B2F, S, 0);
      store(values.mul(scales), panel, at + part + (long) k * ROW);
    }
  }
}
