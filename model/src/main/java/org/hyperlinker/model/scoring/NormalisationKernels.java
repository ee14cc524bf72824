package org.hyperlinker.model.scoring;

import static org.hyperlinker.model.scoring.AffineKernels.S;
import static org.hyperlinker.model.scoring.AffineKernels.load;
import static org.hyperlinker.model.scoring.AffineKernels.store;
import static org.hyperlinker.model.scoring.PanelFormat.ROW;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * Layer normalisation in vectors, for both halves of a tile at once. Its steps hand each other
 * their vectors in memory: as arguments or results C2 would box them, one a row, which made the
 * whole five times slower. Values are shifted by each lane's first one, so that one pass over them
 * is as exact as two unless that value is far out.
 */
final class NormalisationKernels {

  private static final int VECTOR = S.vectorByteSize();

  /**
   * Places in the scratch memory, in vectors: for each quantity one half of the tile, then the
   * other.
   */
  private static final int SUMS = 0;

  private static final int SQUARES = 2 * VECTOR;
  private static final int PRODUCTS = 4 * VECTOR;

  private NormalisationKernels() {}

  /** Stores what the activation makes of the tile, and its sums and sums of squares. */
  static void activateAndSum(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      MemorySegment scratch,
      long scratchAt) {
    FloatVector shiftA = VectorKernels.leaky(load(panel, at), slope);
    FloatVector shiftB = VectorKernels.leaky(load(panel, at + second), slope);
    FloatVector sumA = FloatVector.zero(S);
    FloatVector sumB = FloatVector.zero(S);
    FloatVector squaresA = FloatVector.zero(S);
    FloatVector squaresB = FloatVector.zero(S);
    for (int k = 0; k < width; k++) {
      long row = at + (long) k * ROW;
      FloatVector a = VectorKernels.leaky(load(panel, row), slope);
      FloatVector b = VectorKernels.leaky(load(panel, row + second), slope);
      store(a, panel, row);
      store(b, panel, row + second);
      FloatVector shiftedA = a.sub(shiftA);
      FloatVector shiftedB = b.sub(shiftB);
      sumA = sumA.add(shiftedA);
      sumB = sumB.add(shiftedB);
      squaresA = shiftedA.fma(shiftedA, squaresA);
      squaresB = shiftedB.fma(shiftedB, squaresB);
    }
    store(sumA, scratch, scratchAt + SUMS);
    store(sumB, scratch, scratchAt + SUMS + VECTOR);
    store(squaresA, scratch, scratchAt + SQUARES);
    store(squaresB, scratch, scratchAt + SQUARES + VECTOR);
  }

  /**
   * Makes sums and squares of one half, whose first activated row is at {@code first}, mean and
   * factor.
   */
  static void toMeanAndFactor(
      MemorySegment panel, long first, int width, MemorySegment scratch, long scratchAt) {
    FloatVector mean = load(scratch, scratchAt + SUMS).div(width);
    store(factor(load(scratch, scratchAt + SQUARES), mean, width), scratch, scratchAt + SQUARES);
    store(load(panel, first).add(mean), scratch, scratchAt + SUMS);
  }

  /** Takes off the mean and multiplies by the factor. */
  static void normalise(
      MemorySegment panel, long at, long second, int width, MemorySegment scratch, long scratchAt) {
    FloatVector meanA = load(scratch, scratchAt + SUMS);
    FloatVector meanB = load(scratch, scratchAt + SUMS + VECTOR);
    FloatVector factorA = load(scratch, scratchAt + SQUARES);
    FloatVector factorB = load(scratch, scratchAt + SQUARES + VECTOR);
    for (int k = 0; k < width; k++) {
      long row = at + (long) k * ROW;
      store(load(panel, row).sub(meanA).mul(factorA), panel, row);
      store(load(panel, row + second).sub(meanB).mul(factorB), panel, row + second);
    }
  }

  /** Sums, sums of squares, and sums of products with the weights, of what the activation makes. */
  static void sumProducts(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      float[] weights,
      MemorySegment scratch,
      long scratchAt) {
    FloatVector shiftA = VectorKernels.leaky(load(panel, at), slope);
    FloatVector shiftB = VectorKernels.leaky(load(panel, at + second), slope);
    FloatVector sumA = FloatVector.zero(S);
    FloatVector sumB = FloatVector.zero(S);
    FloatVector squaresA = FloatVector.zero(S);
    FloatVector squaresB = FloatVector.zero(S);
    FloatVector productsA = FloatVector.zero(S);
    FloatVector productsB = FloatVector.zero(S);
    for (int k = 0; k < width; k++) {
      long row = at + (long) k * ROW;
      FloatVector w = FloatVector.broadcast(S, weights[k]);
      FloatVector a = VectorKernels.leaky(load(panel, row), slope).sub(shiftA);
      FloatVector b = VectorKernels.leaky(load(panel, row + second), slope).sub(shiftB);
      sumA = sumA.add(a);
      sumB = sumB.add(b);
      squaresA = a.fma(a, squaresA);
      squaresB = b.fma(b, squaresB);
      productsA = a.fma(w, productsA);
      productsB = b.fma(w, productsB);
    }
    store(sumA, scratch, scratchAt + SUMS);
    store(sumB, scratch, scratchAt + SUMS + VECTOR);
    store(squaresA, scratch, scratchAt + SQUARES);
    store(squaresB, scratch, scratchAt + SQUARES + VECTOR);
    store(productsA, scratch, scratchAt + PRODUCTS);
    store(productsB, scratch, scratchAt + PRODUCTS + VECTOR);
  }

  /** What the normalised values times the weights add up to, for one half. */
  static void toDot(
      int width,
      float weightSum,
      MemorySegment scratch,
      long scratchAt,
      MemorySegment sums,
      long sumsAt) {
    FloatVector mean = load(scratch, scratchAt + SUMS).div(width);
    FloatVector factor = factor(load(scratch, scratchAt + SQUARES), mean, width);
    store(load(scratch, scratchAt + PRODUCTS).sub(mean.mul(weightSum)).mul(factor), sums, sumsAt);
  }

  /** One over the deviation, of values whose mean and sum of squares were taken after a shift. */
  private static FloatVector factor(FloatVector squares, FloatVector mean, int width) {
    FloatVector variance = squares.div(width).sub(mean.mul(mean)).max(0f);
    return FloatVector.broadcast(S, 1f).div(variance.add(QNetConfig.LAYER_NORM_EPSILON).sqrt());
  }
}
