package org.hyperlinker.model.scoring;

import static org.hyperlinker.model.scoring.PanelFormat.ROW;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The linear layer in vectors: two item vectors times 4 outputs in 256 bits, times 8 in 512. Each
 * method is one loop, and accumulators, item vectors and broadcasts are together no more than the
 * registers there are (16 and 32): C2 hoists the broadcasts above the multiply-adds, and spills
 * accumulators in its loop if it runs out. Eight accumulators keep two multiply-add units busy.
 */
final class AffineKernels {

  /** The widest vectors up to a panel's row. */
  static final VectorSpecies<Float> S =
      FloatVector.SPECIES_PREFERRED.length() >= PackedItems.LANES
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_256;

  /** Whether a vector holds a whole row of a panel. */
  static final boolean WIDE = S.length() == PackedItems.LANES;

  static final int OUTPUTS = WIDE ? 8 : 4;

  private AffineKernels() {}

  static FloatVector load(MemorySegment memory, long at) {
    return FloatVector.fromMemorySegment(S, memory, at, ByteOrder.LITTLE_ENDIAN);
  }

  static void store(FloatVector vector, MemorySegment memory, long at) {
    vector.intoMemorySegment(memory, at, ByteOrder.LITTLE_ENDIAN);
  }

  /** See {@link Kernels#affine}. */
  static void affine(
      MemorySegment in,
      long inAt,
      long inSecond,
      int width,
      float[] weights,
      int weightOffset,
      float[] bias,
      int biasOffset,
      MemorySegment out,
      long outAt,
      long outSecond) {
    if (WIDE) {
      affine8(
          in,
          inAt,
          inSecond,
          width,
          weights,
          weightOffset,
          bias,
          biasOffset,
          out,
          outAt,
          outSecond);
    } else {
      affine4(
          in,
          inAt,
          inSecond,
          width,
          weights,
          weightOffset,
          bias,
          biasOffset,
          out,
          outAt,
          outSecond);
    }
  }

  private static void affine4(
      MemorySegment in,
      long inAt,
      long inSecond,
      int width,
      float[] weights,
      int weightOffset,
      float[] bias,
      int biasOffset,
      MemorySegment out,
      long outAt,
      long outSecond) {
    FloatVector a0 = FloatVector.broadcast(S, bias[biasOffset + 0]);
    FloatVector b0 = a0;
    FloatVector a1 = FloatVector.broadcast(S, bias[biasOffset + 1]);
    FloatVector b1 = a1;
    FloatVector a2 = FloatVector.broadcast(S, bias[biasOffset + 2]);
    FloatVector b2 = a2;
    FloatVector a3 = FloatVector.broadcast(S, bias[biasOffset + 3]);
    FloatVector b3 = a3;
    int w = weightOffset;
    for (int k = 0; k < width; k++) {
      FloatVector x = load(in, inAt + (long) k * ROW);
      FloatVector y = load(in, inAt + inSecond + (long) k * ROW);
      FloatVector w0 = FloatVector.broadcast(S, weights[w + 0]);
      a0 = x.fma(w0, a0);
      b0 = y.fma(w0, b0);
      FloatVector w1 = FloatVector.broadcast(S, weights[w + 1]);
      a1 = x.fma(w1, a1);
      b1 = y.fma(w1, b1);
      FloatVector w2 = FloatVector.broadcast(S, weights[w + 2]);
      a2 = x.fma(w2, a2);
      b2 = y.fma(w2, b2);
      FloatVector w3 = FloatVector.broadcast(S, weights[w + 3]);
      a3 = x.fma(w3, a3);
      b3 = y.fma(w3, b3);
      w += 4;
    }
    store(a0, out, outAt + 0L * ROW);
    store(b0, out, outAt + outSecond + 0L * ROW);
    store(a1, out, outAt + 1L * ROW);
    store(b1, out, outAt + outSecond + 1L * ROW);
    store(a2, out, outAt + 2L * ROW);
    store(b2, out, outAt + outSecond + 2L * ROW);
    store(a3, out, outAt + 3L * ROW);
    store(b3, out, outAt + outSecond + 3L * ROW);
  }

  private static void affine8(
      MemorySegment in,
      long inAt,
      long inSecond,
      int width,
      float[] weights,
      int weightOffset,
      float[] bias,
      int biasOffset,
      MemorySegment out,
      long outAt,
      long outSecond) {
    FloatVector a0 = FloatVector.broadcast(S, bias[biasOffset + 0]);
    FloatVector b0 = a0;
    FloatVector a1 = FloatVector.broadcast(S, bias[biasOffset + 1]);
    FloatVector b1 = a1;
    FloatVector a2 = FloatVector.broadcast(S, bias[biasOffset + 2]);
    FloatVector b2 = a2;
    FloatVector a3 = FloatVector.broadcast(S, bias[biasOffset + 3]);
    FloatVector b3 = a3;
    FloatVector a4 = FloatVector.broadcast(S, bias[biasOffset + 4]);
    FloatVector b4 = a4;
    FloatVector a5 = FloatVector.broadcast(S, bias[biasOffset + 5]);
    FloatVector b5 = a5;
    FloatVector a6 = FloatVector.broadcast(S, bias[biasOffset + 6]);
    FloatVector b6 = a6;
    FloatVector a7 = FloatVector.broadcast(S, bias[biasOffset + 7]);
    FloatVector b7 = a7;
    int w = weightOffset;
    for (int k = 0; k < width; k++) {
      FloatVector x = load(in, inAt + (long) k * ROW);
      FloatVector y = load(in, inAt + inSecond + (long) k * ROW);
      FloatVector w0 = FloatVector.broadcast(S, weights[w + 0]);
      a0 = x.fma(w0, a0);
      b0 = y.fma(w0, b0);
      FloatVector w1 = FloatVector.broadcast(S, weights[w + 1]);
      a1 = x.fma(w1, a1);
      b1 = y.fma(w1, b1);
      FloatVector w2 = FloatVector.broadcast(S, weights[w + 2]);
      a2 = x.fma(w2, a2);
      b2 = y.fma(w2, b2);
      FloatVector w3 = FloatVector.broadcast(S, weights[w + 3]);
      a3 = x.fma(w3, a3);
      b3 = y.fma(w3, b3);
      FloatVector w4 = FloatVector.broadcast(S, weights[w + 4]);
      a4 = x.fma(w4, a4);
      b4 = y.fma(w4, b4);
      FloatVector w5 = FloatVector.broadcast(S, weights[w + 5]);
      a5 = x.fma(w5, a5);
      b5 = y.fma(w5, b5);
      FloatVector w6 = FloatVector.broadcast(S, weights[w + 6]);
      a6 = x.fma(w6, a6);
      b6 = y.fma(w6, b6);
      FloatVector w7 = FloatVector.broadcast(S, weights[w + 7]);
      a7 = x.fma(w7, a7);
      b7 = y.fma(w7, b7);
      w += 8;
    }
    store(a0, out, outAt + 0L * ROW);
    store(b0, out, outAt + outSecond + 0L * ROW);
    store(a1, out, outAt + 1L * ROW);
    store(b1, out, outAt + outSecond + 1L * ROW);
    store(a2, out, outAt + 2L * ROW);
    store(b2, out, outAt + outSecond + 2L * ROW);
    store(a3, out, outAt + 3L * ROW);
    store(b3, out, outAt + outSecond + 3L * ROW);
    store(a4, out, outAt + 4L * ROW);
    store(b4, out, outAt + outSecond + 4L * ROW);
    store(a5, out, outAt + 5L * ROW);
    store(b5, out, outAt + outSecond + 5L * ROW);
    store(a6, out, outAt + 6L * ROW);
    store(b6, out, outAt + outSecond + 6L * ROW);
    store(a7, out, outAt + 7L * ROW);
    store(b7, out, outAt + outSecond + 7L * ROW);
  }
}
