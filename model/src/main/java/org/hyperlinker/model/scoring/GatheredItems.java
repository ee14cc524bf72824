package org.hyperlinker.model.scoring;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A few items gathered from anywhere, such as the neighbours of a node in a graph walk, brought
 * into panels so that any {@link Scorer} can score them. Allocates nothing after it is made, and is
 * meant to be cleared and filled again. A capacity that is a multiple of twice {@link
 * PackedItems#LANES} suits 512-bit vectors best. Belongs to one thread at a time.
 */
public final class GatheredItems {

  private final MemorySegment panels;
  private final ItemStorage storage;
  private final ItemBlock[] blocks;
  private final int dimension;
  private int size;

  /**
   * An empty gathering.
   *
   * @param capacity how many items it can hold, at least 1
   * @param dimension their width, at least 1
   */
  public GatheredItems(int capacity, int dimension) {
    this(ItemStorage.FLOAT32, capacity, dimension);
  }

  /**
   * An empty gathering.
   *
   * @param storage how the items are kept; rows of floats in memory can be added to {@link
   *     ItemStorage#FLOAT32} only, codes to {@link ItemStorage#INT8} only
   * @param capacity how many items it can hold, at least 1
   * @param dimension their width, at least 1
   */
  public GatheredItems(ItemStorage storage, int capacity, int dimension) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a gathering holds at least 1 item, found: " + capacity);
    }
    long bytes = PackedItems.byteSize(storage, capacity, dimension);
    this.panels = Arena.ofAuto().allocate(bytes, PackedItems.ALIGNMENT);
    this.storage = storage;
    this.dimension = dimension;
    this.blocks = new ItemBlock[capacity];
    for (int count = 1; count <= capacity; count++) {
      blocks[count - 1] = new ItemBlock(panels, storage, 0, count, dimension);
    }
  }

  /** Removes all items. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds an item.
   *
   * @param embedding its length is the dimension
   * @return the item's place, from 0
   * @throws IllegalStateException if it is full
   */
  public int add(float[] embedding) {
    if (embedding.length != dimension) {
      throw new IllegalArgumentException(
          "an item needs " + dimension + " numbers, found " + embedding.length);
    }
    long offset = nextLane();
    PanelFormat.write(panels, offset, storage, size % PackedItems.LANES, embedding);
    return size++;
  }

  /**
   * Adds an item in 8-bit codes; none of them changes.
   *
   * @param codes their number is the dimension
   * @param scale what a code is multiplied by to give a coordinate
   * @return the item's place, from 0
   * @throws IllegalStateException if it is full
   */
  public int add(byte[] codes, float scale) {
    requireStorage(ItemStorage.INT8);
    if (codes.length != dimension) {
      throw new IllegalArgumentException(
          "an item needs " + dimension + " codes, found " + codes.length);
    }
    PanelFormat.writeCodes(panels, nextLane(), size % PackedItems.LANES, codes, scale);
    return size++;
  }

  /**
   * Adds an item out of a row of little-endian floats.
   *
   * @param rows native or mapped memory
   * @param offset the byte where the embedding begins
   * @return the item's place, from 0
   * @throws IllegalStateException if it is full
   */
  public int add(MemorySegment rows, long offset) {
    requireStorage(ItemStorage.FLOAT32);
    long lane = nextLane() + (size % PackedItems.LANES) * (long) Float.BYTES;
    for (int k = 0; k < dimension; k++) {
      panels.set(
          PanelFormat.FLOAT,
          lane + (long) k * PanelFormat.ROW,
          rows.get(PanelFormat.FLOAT, offset + (long) k * Float.BYTES));
    }
    return size++;
  }

  /**
   * The items, to be scored before the next change.
   *
   * @throws IllegalStateException if there is none
   */
  public ItemBlock block() {
    if (size == 0) {
      throw new IllegalStateException("nothing was gathered");
    }
    return blocks[size - 1];
  }

  /** How many items there are. */
  public int size() {
    return size;
  }

  /** How the items are kept. */
  public ItemStorage storage() {
    return storage;
  }

  /** How many items there can be. */
  public int capacity() {
    return blocks.length;
  }

  private void requireStorage(ItemStorage needed) {
    if (storage != needed) {
      throw new IllegalArgumentException(
          "such items go into " + needed + ", but are gathered as " + storage);
    }
  }

  private long nextLane() {
    if (size == blocks.length) {
      throw new IllegalStateException("a gathering of " + blocks.length + " items is full");
    }
    return size / PackedItems.LANES * storage.panelBytes(dimension);
  }
}
