package org.hyperlinker.model.scoring;

import static org.hyperlinker.model.scoring.AffineKernels.S;
import static org.hyperlinker.model.scoring.AffineKernels.load;
import static org.hyperlinker.model.scoring.AffineKernels.store;
import static org.hyperlinker.model.scoring.PanelFormat.ROW;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The kernels in vectors of 256 or 512 bits. One loop to a method, and two vectors to an iteration,
 * whose chains of additions overlap.
 */
final class VectorKernels implements Kernels {

  private static final int LANES = PackedItems.LANES;
  private static final int VECTOR = S.vectorByteSize();

  @Override
  public int panelsPerTile() {
    return AffineKernels.WIDE ? 2 : 1;
  }

  @Override
  public int outputs() {
    return AffineKernels.OUTPUTS;
  }

  @Override
  public long second(long panelBytes) {
    return AffineKernels.WIDE ? panelBytes : VECTOR;
  }

  @Override
  public void affine(
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
    AffineKernels.affine(
        in, inAt, inSecond, width, weights, weightOffset, bias, biasOffset, out, outAt, outSecond);
  }

  @Override
  public void leaky(MemorySegment panel, long at, long second, int width, float slope) {
    for (int k = 0; k < width; k++) {
      long row = at + (long) k * ROW;
      store(leaky(load(panel, row), slope), panel, row);
      store(leaky(load(panel, row + second), slope), panel, row + second);
    }
  }

  @Override
  public void leakyAdd(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      MemorySegment other,
      long otherAt,
      long otherSecond) {
    for (int k = 0; k < width; k++) {
      long row = at + (long) k * ROW;
      long added = otherAt + (long) k * ROW;
      store(leaky(load(panel, row), slope).add(load(other, added)), panel, row);
      store(
          leaky(load(panel, row + second), slope).add(load(other, added + otherSecond)),
          panel,
          row + second);
    }
  }

  @Override
  public void leakyNormalise(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      MemorySegment scratch,
      long scratchAt) {
    NormalisationKernels.activateAndSum(panel, at, second, width, slope, scratch, scratchAt);
    NormalisationKernels.toMeanAndFactor(panel, at, width, scratch, scratchAt);
    NormalisationKernels.toMeanAndFactor(panel, at + second, width, scratch, scratchAt + VECTOR);
    NormalisationKernels.normalise(panel, at, second, width, scratch, scratchAt);
  }

  @Override
  public void leakyNormaliseAdd(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      MemorySegment other,
      long otherAt,
      long otherSecond,
      MemorySegment scratch,
      long scratchAt) {
    leakyNormalise(panel, at, second, width, slope, scratch, scratchAt);
    leakyAdd(panel, at, second, width, 1, other, otherAt, otherSecond);
  }

  @Override
  public void leakyDot(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      float[] weights,
      MemorySegment sums,
      long sumsAt) {
    FloatVector a = FloatVector.zero(S);
    FloatVector b = a;
    for (int k = 0; k < width; k++) {
      long row = at + (long) k * ROW;
      FloatVector w = FloatVector.broadcast(S, weights[k]);
      a = leaky(load(panel, row), slope).fma(w, a);
      b = leaky(load(panel, row + second), slope).fma(w, b);
    }
    store(a, sums, sumsAt);
    store(b, sums, sumsAt + VECTOR);
  }

  @Override
  public void leakyNormaliseDot(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      float[] weights,
      float weightSum,
      MemorySegment sums,
      long sumsAt,
      MemorySegment scratch,
      long scratchAt) {
    NormalisationKernels.sumProducts(panel, at, second, width, slope, weights, scratch, scratchAt);
    NormalisationKernels.toDot(width, weightSum, scratch, scratchAt, sums, sumsAt);
    NormalisationKernels.toDot(
        width, weightSum, scratch, scratchAt + VECTOR, sums, sumsAt + VECTOR);
  }

  @Override
  public void dotAdd(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float[] weights,
      MemorySegment sums,
      long sumsAt) {
    FloatVector a = load(sums, sumsAt);
    FloatVector b = load(sums, sumsAt + VECTOR);
    for (int k = 0; k < width; k++) {
      long row = at + (long) k * ROW;
      FloatVector w = FloatVector.broadcast(S, weights[k]);
      a = load(panel, row).fma(w, a);
      b = load(panel, row + second).fma(w, b);
    }
    store(a, sums, sumsAt);
    store(b, sums, sumsAt + VECTOR);
  }

  @Override
  public void squares(
      MemorySegment panel, long at, long second, int width, MemorySegment sums, long sumsAt) {
    FloatVector a = FloatVector.zero(S);
    FloatVector b = a;
    for (int k = 0; k < width; k++) {
      long row = at + (long) k * ROW;
      FloatVector x = load(panel, row);
      FloatVector y = load(panel, row + second);
      a = x.fma(x, a);
      b = y.fma(y, b);
    }
    store(a, sums, sumsAt);
    store(b, sums, sumsAt + VECTOR);
  }

  @Override
  public void multiply(
      MemorySegment panel, long at, long second, int width, MemorySegment factors, long factorsAt) {
    FloatVector a = load(factors, factorsAt);
    FloatVector b = load(factors, factorsAt + VECTOR);
    for (int k = 0; k < width; k++) {
      long row = at + (long) k * ROW;
      store(load(panel, row).mul(a), panel, row);
      store(load(panel, row + second).mul(b), panel, row + second);
    }
  }

  @Override
  public void copyRow(
      MemorySegment panels, long at, long panelBytes, int count, float[] target, int index) {
    int whole = count / LANES;
    for (int panel = 0; panel < whole; panel++) {
      for (int part = 0; part < LANES; part += S.length()) {
        load(panels, at + panel * panelBytes + (long) part * Float.BYTES)
            .intoArray(target, index + panel * LANES + part);
      }
    }
    for (int item = whole * LANES; item < count; item++) {
      target[index + item] =
          panels.get(
              PanelFormat.FLOAT, at + whole * panelBytes + (long) (item % LANES) * Float.BYTES);
    }
  }

  @Override
  public String description() {
    return "the Vector API, " + S.vectorBitSize() + " bits";
  }

  @Override
  public void widen(
      MemorySegment stored,
      long storedAt,
      ItemStorage storage,
      int width,
      MemorySegment panel,
      long at) {
    switch (storage) {
      case FLOAT32 -> MemorySegment.copy(stored, storedAt, panel, at, (long) width * ROW);
      case FLOAT16 -> WideningKernels.halves(stored, storedAt, width, panel, at);
      case INT8 -> {
        for (int half = 0; half < ROW; half += VECTOR) {
          WideningKernels.bytes(stored, storedAt, half, width, panel, at);
        }
      }
    }
  }

  static FloatVector leaky(FloatVector x, float slope) {
    return x.blend(x.mul(slope), x.compare(VectorOperators.LT, 0f));
  }
}
