package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;

/**
 * Consecutive items in the layout that the kernels read: panels of {@link PackedItems#LANES} items,
 * within a panel {@code (dimension, LANES)}, so that one vector holds one coordinate of several
 * items. The lanes of the last panel that have no item hold anything finite. Safe for many threads
 * while nobody writes to the memory below.
 */
public final class ItemBlock {

  private final MemorySegment panels;
  private final ItemStorage storage;
  private final int firstItem;
  private final int size;
  private final int dimension;
  private final long panelBytes;

  ItemBlock(MemorySegment panels, ItemStorage storage, int firstItem, int size, int dimension) {
    this.panels = panels;
    this.storage = storage;
    this.firstItem = firstItem;
    this.size = size;
    this.dimension = dimension;
    this.panelBytes = storage.panelBytes(dimension);
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
   * One coordinate of one item, as stored.
   *
   * @param item counted from the start of the block
   */
  public float value(int item, int coordinate) {
    return PanelFormat.read(
        panels,
        panelOffset(item / PackedItems.LANES),
        storage,
        item % PackedItems.LANES,
        coordinate);
  }

  /** The whole memory that all blocks of the same items share. */
  MemorySegment memory() {
    return panels;
  }

  ItemStorage storage() {
    return storage;
  }

  int panels() {
    return (size + PackedItems.LANES - 1) / PackedItems.LANES;
  }

  /** The byte at which a panel of this block begins in the memory. */
  long panelOffset(int panel) {
    return (firstItem / PackedItems.LANES + panel) * panelBytes;
  }

  long panelBytes() {
    return panelBytes;
  }

  /** How many lanes of this panel hold an item. */
  int itemsInPanel(int panel) {
    return Math.min(PackedItems.LANES, size - panel * PackedItems.LANES);
  }
}
