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

  /** Single precision has 13 more bits of mantissa. */
  private static final int MANTISSA_SHIFT = 13;

  /** What stands after that shift: the sign, which was extended, exponent and mantissa. */
  private static final int SIGN_EXPONENT_MANTISSA = 0x8fffe000;

  /** The exponents of half precision begin 112 higher. */
  private static final float EXPONENT_STEP = 0x1p112f;

  private WideningKernels() {}

  /**
   * Half precision, which holds no infinities here: the bits are moved to where single precision
   * has them, and a multiplication sets the exponent right, of numbers below the smallest normal
   * one too. Some processors take long over those, but they are one coordinate of a thousand;
   * treating them apart took four times as long for all.
   */
  static void halves(MemorySegment stored, long storedAt, int width, MemorySegment panel, long at) {
    int vectors = width * ROW / VECTOR;
    for (int i = 0; i < vectors; i++) {
      IntVector bits =
          (IntVector)
              ShortVector.fromMemorySegment(
                      SHORTS, stored, storedAt + (long) i * (VECTOR / 2), ByteOrder.LITTLE_ENDIAN)
                  .convertShape(VectorOperators.S2I, INTS, 0);
      FloatVector value =
          bits.lanewise(VectorOperators.LSHL, MANTISSA_SHIFT)
              .and(SIGN_EXPONENT_MANTISSA)
              .reinterpretAsFloats()
              .mul(EXPONENT_STEP);
      store(value, panel, at + (long) i * VECTOR);
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
      IntVector whole =
          (IntVector)
              ByteVector.fromMemorySegment(
                      BYTES, stored, first + (long) k * PackedItems.LANES, ByteOrder.LITTLE_ENDIAN)
                  .convertShape(VectorOperators.B2I, INTS, 0);
      FloatVector values = (FloatVector) whole.convertShape(VectorOperators.I2F, S, 0);
      store(values.mul(scales), panel, at + part + (long) k * ROW);
    }
  }
}
