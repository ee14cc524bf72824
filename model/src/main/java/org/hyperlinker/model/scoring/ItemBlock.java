package org.hyperlinker.model.scoring;

/**
 * Consecutive items in the layout that the kernels read: panels of {@link PackedItems#LANES} items,
 * within a panel {@code (dimension, LANES)}, so that one vector holds one coordinate of several
 * items. The lanes of the last panel that have no item hold zeros. Immutable; safe for many
 * threads.
 */
public final class ItemBlock {

  private final float[] values;
  private final int firstItem;
  private final int size;
  private final int dimension;

  ItemBlock(float[] values, int firstItem, int size, int dimension) {
    this.values = values;
    this.firstItem = firstItem;
    this.size = size;
    this.dimension = dimension;
  }

  /** The number, among all packed items, of the block's first item. */
  public int firstItem() {
    return firstItem;
  }

  /** How many items the block holds, at least 1. */
  public int size() {
    return size;
  }

  /** The width of the items. */
  public int dimension() {
    return dimension;
  }

  /**
   * One coordinate of one item.
   *
   * @param item counted from the start of the block
   */
  public float value(int item, int coordinate) {
    return values[panelOffset(item / PackedItems.LANES) + at(item, coordinate)];
  }

  int panels() {
    return (size + PackedItems.LANES - 1) / PackedItems.LANES;
  }

  int panelOffset(int panel) {
    return panel * dimension * PackedItems.LANES;
  }

  float[] values() {
    return values;
  }

  /** How many lanes of this panel hold an item. */
  int itemsInPanel(int panel) {
    return Math.min(PackedItems.LANES, size - panel * PackedItems.LANES);
  }

  private static int at(int item, int coordinate) {
    return coordinate * PackedItems.LANES + item % PackedItems.LANES;
  }
}
