package org.hyperlinker.model.scoring;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Item embeddings in the order in which the kernels read them, over memory outside the heap, such
 * as a mapped file. 350,000 items of 384 coordinates take 537 MB as {@link ItemStorage#FLOAT32}.
 *
 * <p>The memory is a row of panels without a header. A panel holds {@link #LANES} items, {@code
 * (dimension, LANES)} little-endian coordinates, and is padded to a multiple of {@link #ALIGNMENT}
 * bytes; for {@link ItemStorage#INT8} the LANES scales, 4-byte floats, come first. {@link
 * PackedItemsWriter} writes it.
 *
 * <p>Safe for many threads while nobody writes to the memory; usable as long as its arena is open.
 */
public final class PackedItems {

  /** Items in a panel: one 512-bit vector of floats, or two of 256 bits. */
  public static final int LANES = 16;

  /** A cache line: vectors that straddle two are loaded at half the speed. */
  public static final int ALIGNMENT = 64;

  /** Items in a block: enough work to hide the cost of handing it to a thread. */
  public static final int BLOCK = 64 * LANES;

  private final MemorySegment memory;
  private final ItemStorage storage;
  private final List<ItemBlock> blocks;
  private final int size;
  private final int dimension;

  private PackedItems(MemorySegment memory, ItemStorage storage, int size, int dimension) {
    this.memory = memory;
    this.storage = storage;
    this.size = size;
    this.dimension = dimension;
    List<ItemBlock> parts = new ArrayList<>();
    for (int first = 0; first < size; first += BLOCK) {
      parts.add(new ItemBlock(memory, storage, first, Math.min(BLOCK, size - first), dimension));
    }
    this.blocks = List.copyOf(parts);
  }

  /** Where the embeddings come from. */
  @FunctionalInterface
  public interface Source {
    /** Copies an item's embedding into {@code target}, whose length is the dimension. */
    void read(int item, float[] target);
  }

  /**
   * Items in memory that is packed already; nothing is copied.
   *
   * @param memory native or mapped, at least {@link #byteSize} long; fastest if it begins at a
   *     multiple of {@link #ALIGNMENT}, as mapped files do
   * @param size how many items, 0 or more
   * @param dimension their width, at least 1
   * @throws IllegalArgumentException if the memory is on the heap or too short
   */
  public static PackedItems over(
      MemorySegment memory, ItemStorage storage, int size, int dimension) {
    long needed = byteSize(storage, size, dimension);
    if (memory.byteSize() < needed) {
      throw new IllegalArgumentException(
          size
              + " packed items of width "
              + dimension
              + " in "
              + storage
              + " take "
              + needed
              + " bytes, found "
              + memory.byteSize());
    }
    if (!memory.isNative()) {
      throw new IllegalArgumentException(
          "packed items lie in native or mapped memory, found heap memory");
    }
    return new PackedItems(memory, storage, size, dimension);
  }

  /** How many bytes so many packed items take. */
  public static long byteSize(ItemStorage storage, int size, int dimension) {
    if (size < 0 || dimension < 1) {
      throw new IllegalArgumentException(
          "items need a size of 0 or more and a dimension of 1 or more, found: "
              + size
              + " and "
              + dimension);
    }
    return Math.multiplyExact(panels(size), storage.panelBytes(dimension));
  }

  /**
   * Packs the items of a source as {@link ItemStorage#FLOAT32}, each read once, in order, into
   * memory outside the heap that the garbage collector frees with the result.
   *
   * @param size how many items, 0 or more
   * @param dimension their width, at least 1
   */
  public static PackedItems pack(int size, int dimension, Source source) {
    return pack(ItemStorage.FLOAT32, size, dimension, source);
  }

  /**
   * Packs the items of a source, each read once, in order, into memory outside the heap that the
   * garbage collector frees with the result.
   *
   * @param size how many items, 0 or more
   * @param dimension their width, at least 1
   * @throws IllegalArgumentException if the storage cannot hold a coordinate
   */
  public static PackedItems pack(ItemStorage storage, int size, int dimension, Source source) {
    MemorySegment memory =
        Arena.ofAuto().allocate(Math.max(1, byteSize(storage, size, dimension)), ALIGNMENT);
    float[] item = new float[dimension];
    for (int i = 0; i < size; i++) {
      source.read(i, item);
      long panel = i / LANES * storage.panelBytes(dimension);
      PanelFormat.write(memory, panel, storage, i % LANES, item);
    }
    return new PackedItems(memory, storage, size, dimension);
  }

  /**
   * Packs items that are in 8-bit codes already, as {@link ItemStorage#INT8}; no code changes.
   *
   * @param size how many items, 0 or more
   * @param dimension their width, at least 1
   * @param scale what a code is multiplied by to give a coordinate
   * @param source each read once, in order; valid until the next is read
   */
  public static PackedItems packCodes(
      int size, int dimension, float scale, IntFunction<byte[]> source) {
    ItemStorage storage = ItemStorage.INT8;
    MemorySegment memory =
        Arena.ofAuto().allocate(Math.max(1, byteSize(storage, size, dimension)), ALIGNMENT);
    for (int i = 0; i < size; i++) {
      long panel = i / LANES * storage.panelBytes(dimension);
      PanelFormat.writeCodes(memory, panel, i % LANES, source.apply(i), scale);
    }
    return new PackedItems(memory, storage, size, dimension);
  }

  /**
   * Packs rows.
   *
   * @param rows {@code (items, dimension)}
   * @param dimension the width of each row
   */
  public static PackedItems of(float[][] rows, int dimension) {
    return of(ItemStorage.FLOAT32, rows, dimension);
  }

  /**
   * Packs rows.
   *
   * @param rows {@code (items, dimension)}
   * @param dimension the width of each row
   * @throws IllegalArgumentException if the storage cannot hold a coordinate
   */
  public static PackedItems of(ItemStorage storage, float[][] rows, int dimension) {
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != dimension) {
        throw new IllegalArgumentException(
            "item " + row + " needs " + dimension + " numbers, found " + rows[row].length);
      }
    }
    return pack(
        storage,
        rows.length,
        dimension,
        (row, target) -> System.arraycopy(rows[row], 0, target, 0, dimension));
  }

  /** The same embeddings in another storage, in new memory outside the heap. */
  public PackedItems as(ItemStorage other) {
    return pack(other, size, dimension, this::embedding);
  }

  /**
   * Copies an item's embedding, as stored, into {@code target}. It touches as many cache lines as
   * the item has coordinates, so walks over single items want them row by row elsewhere.
   *
   * @param item from 0
   * @param target its length is the dimension
   */
  public void embedding(int item, float[] target) {
    if (target.length != dimension) {
      throw new IllegalArgumentException(
          "an embedding needs " + dimension + " numbers, found " + target.length);
    }
    if (item < 0 || item >= size) {
      throw new IndexOutOfBoundsException("item " + item + " of " + size);
    }
    long panel = item / LANES * storage.panelBytes(dimension);
    for (int k = 0; k < dimension; k++) {
      target[k] = PanelFormat.read(memory, panel, storage, item % LANES, k);
    }
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

  /** How the coordinates are stored. */
  public ItemStorage storage() {
    return storage;
  }

  private static long panels(int size) {
    return ((long) size + LANES - 1) / LANES;
  }
}
