package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;

/** What one query thinks of a tile of items, see {@link Kernels}. Safe for many threads. */
interface TileScorer {

  /** The width of the items. */
  int dimension();

  /** Bytes of the query itself, which are read again for every tile. */
  long weightBytes();

  /** Bytes of memory needed between the steps, a multiple of the alignment. */
  long workBytes();

  /**
   * Scores a tile.
   *
   * @param items the tile, {@code dimension()} rows
   * @param work {@link #workBytes()} from {@code workAt} on are overwritten
   * @param scoresAt where in {@code work} the scores go, one a lane, the tile's lanes in a row
   */
  void score(
      MemorySegment items, long at, long second, MemorySegment work, long workAt, long scoresAt);
}
