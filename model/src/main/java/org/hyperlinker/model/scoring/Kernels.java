package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;

/**
 * The arithmetic on tiles. A tile is what two vectors hold: the two halves of a panel, or two whole
 * panels where a vector is as wide as a panel. Its first vector begins at a byte {@code at}, its
 * second one {@code second} bytes later, and the next row of both {@link PanelFormat#ROW} bytes
 * later. Everything is done lane by lane, so no item ever meets another.
 */
interface Kernels {

  /** Memory for intermediate sums: six vectors of the widest kind. */
  int SCRATCH_BYTES = 6 * PanelFormat.ROW;

  /** How many panels a tile covers: 1 or 2. */
  int panelsPerTile();

  /** How many outputs {@link #affine} computes together, which is also how weights are packed. */
  int outputs();

  /**
   * Bytes from the first to the second vector of a tile.
   *
   * @param panelBytes bytes from the tile's first panel to its second one
   */
  long second(long panelBytes);

  /**
   * Some outputs of a linear layer: {@code out[j] = bias[j] + sum over k of in[k] w[k][j]}.
   *
   * @param in tile of {@code width} rows
   * @param weights {@code (width, outputs())} from {@code weightOffset} on
   * @param bias {@code outputs()} numbers from {@code biasOffset} on
   * @param out tile that receives {@code outputs()} rows
   */
  void affine(
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
      long outSecond);

  /** Multiplies negative values by {@code slope}; NaN stays. */
  void leaky(MemorySegment panel, long at, long second, int width, float slope);

  /** As {@link #leaky}, then adds another tile. */
  void leakyAdd(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      MemorySegment other,
      long otherAt,
      long otherSecond);

  /**
   * As {@link #leaky}, then layer normalisation of each lane with epsilon {@link
   * org.hyperlinker.model.qnet.QNetConfig#LAYER_NORM_EPSILON}.
   *
   * @param scratch {@link #SCRATCH_BYTES} to use meanwhile, aligned as panels are
   */
  void leakyNormalise(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      MemorySegment scratch,
      long scratchAt);

  /** As {@link #leakyNormalise}, then adds another tile. */
  void leakyNormaliseAdd(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      MemorySegment other,
      long otherAt,
      long otherSecond,
      MemorySegment scratch,
      long scratchAt);

  /**
   * What {@link #leaky} would make of a tile, times {@code weights}; nothing is stored but the
   * sums, one a lane, the tile's lanes in a row.
   */
  void leakyDot(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      float[] weights,
      MemorySegment sums,
      long sumsAt);

  /**
   * What {@link #leakyNormalise} would make of a tile, times {@code weights}, as {@link #leakyDot}.
   *
   * @param weightSum the sum of the weights
   */
  void leakyNormaliseDot(
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
      long scratchAt);

  /** For each lane the sum of products with {@code weights}, added to the sums that are there. */
  void dotAdd(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float[] weights,
      MemorySegment sums,
      long sumsAt);

  /** For each lane the sum of squares. */
  void squares(
      MemorySegment panel, long at, long second, int width, MemorySegment sums, long sumsAt);

  /** Multiplies every row by one number a lane, the tile's lanes in a row. */
  void multiply(
      MemorySegment panel, long at, long second, int width, MemorySegment factors, long factorsAt);

  /**
   * Copies one row of consecutive panels.
   *
   * @param at the row in the first panel
   * @param panelBytes bytes from a panel to the next
   * @param count how many numbers, one an item
   * @param target receives them from {@code index} on
   */
  void copyRow(
      MemorySegment panels, long at, long panelBytes, int count, float[] target, int index);

  /** What computes: for messages. */
  String description();

  /**
   * Brings a stored panel to single precision.
   *
   * @param stored the panel's memory, from byte {@code storedAt} on
   * @param panel receives {@code width} rows from byte {@code at} on
   */
  void widen(
      MemorySegment stored,
      long storedAt,
      ItemStorage storage,
      int width,
      MemorySegment panel,
      long at);
}
