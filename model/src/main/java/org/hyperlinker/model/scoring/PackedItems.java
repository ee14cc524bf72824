package org.hyperlinker.model.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * Item embeddings, laid out once for all queries. 350,000 items of 384 coordinates take 537 MB of
 * heap, held in arrays of at most 1,024 items. Immutable; safe for many threads.
 */
public final class PackedItems {

  /** Items in a panel: two 256-bit vectors of floats. */
  public static final int LANES = 16;

  /** Items in a block: enough work to hide the cost of handing it to a thread. */
  static final int BLOCK = 64 * LANES;

  private final List<ItemBlock> blocks;
  private final int size;
  private final int dimension;

  private PackedItems(List<ItemBlock> blocks, int size, int dimension) {
    this.blocks = List.copyOf(blocks);
    this.size = size;
    this.dimension = dimension;
  }

  /** Where the embeddings come from. */
  @FunctionalInterface
  public interface Source {
    /** Copies an item's embedding into {@code target}, whose length is the dimension. */
    void read(int item, float[] target);
  }

  /**
   * Packs the items of a source, each read once, in order.
   *
   * @param size how many items, 0 or more
   * @param dimension their width, at least 1
   */
  public static PackedItems pack(int size, int dimension, Source source) {
    if (size < 0 || dimension < 1) {
      throw new IllegalArgumentException(
          "items need a size of 0 or more and a dimension of 1 or more, found: "
              + size
              + " and "
              + dimension);
    }
    List<ItemBlock> blocks = new ArrayList<>();
    float[] item = new float[dimension];
    for (int first = 0; first < size; first += BLOCK) {
      int count = Math.min(BLOCK, size - first);
      int panels = (count + LANES - 1) / LANES;
      float[] values = new float[Math.multiplyExact(panels * LANES, dimension)];
      for (int i = 0; i < count; i++) {
        source.read(first + i, item);
        int offset = (i / LANES) * LANES * dimension + i % LANES;
        for (int k = 0; k < dimension; k++) {
          values[offset + k * LANES] = item[k];
        }
      }
      blocks.add(new ItemBlock(values, first, count, dimension));
    }
    return new PackedItems(blocks, size, dimension);
  }

  /**
   * Packs rows.
   *
   * @param rows {@code (items, dimension)}
   * @param dimension the width of each row
   */
  public static PackedItems of(float[][] rows, int dimension) {
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != dimension) {
        throw new IllegalArgumentException(
            "item " + row + " needs " + dimension + " numbers, found " + rows[row].length);
      }
    }
    return pack(
        rows.length,
        dimension,
        (row, target) -> System.arraycopy(rows[row], 0, target, 0, dimension));
  }

  /** The blocks in item order. */
  public List<ItemBlock> blocks() {
    return blocks;
  }

  /** How many items there are. */
  public int size() {
    return size;
  }

  /** The width of the items. */
  public int dimension() {
    return dimension;
  }
}
