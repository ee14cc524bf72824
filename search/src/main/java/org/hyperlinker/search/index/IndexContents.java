package org.hyperlinker.search.index;

import org.hyperlinker.model.scoring.ItemStorage;

/**
 * What an index holds, apart from whose rows they are.
 *
 * @param rows what a row stands for
 * @param skipPermuted whether mechanical inversions such as {@code Infarction, Myocardial} get no
 *     row; preferred names always get one
 * @param storage how the packed embeddings of the exact scan are stored; the graph's own vectors
 *     are in single precision
 * @param graph the graph over the embeddings
 * @param neighbours how many exact nearest rows are stored for each row, for the greedy search; 0
 *     for none, as finding them compares every row with every other
 * @param compact whether the embeddings are stored once, a byte a coordinate, for graph and scan
 *     alike; then the storage is {@link ItemStorage#INT8}
 */
public record IndexContents(
    RowKind rows,
    boolean skipPermuted,
    ItemStorage storage,
    GraphSettings graph,
    int neighbours,
    boolean compact) {

  /**
   * Half precision: half the memory to fetch in a scan, at 11 significant bits, which is finer than
   * what tells two names apart.
   */
  public static final ItemStorage DEFAULT_STORAGE = ItemStorage.FLOAT16;

  /** Rejects a negative number of neighbours, and a compact index of anything but bytes. */
  public IndexContents {
    if (neighbours < 0) {
      throw new IllegalArgumentException(
          "the stored neighbours of a row are 0 or more, found: " + neighbours);
    }
    if (compact && storage != ItemStorage.INT8) {
      throw new IllegalArgumentException(
          "a compact index stores a byte a coordinate, not " + storage);
    }
  }

  /** Embeddings twice. */
  public IndexContents(
      RowKind rows,
      boolean skipPermuted,
      ItemStorage storage,
      GraphSettings graph,
      int neighbours) {
    this(rows, skipPermuted, storage, graph, neighbours, false);
  }

  /** Default storage and graph, no stored neighbours. */
  public static IndexContents of(RowKind rows, boolean skipPermuted) {
    return new IndexContents(rows, skipPermuted, DEFAULT_STORAGE, GraphSettings.DEFAULTS, 0);
  }
}
