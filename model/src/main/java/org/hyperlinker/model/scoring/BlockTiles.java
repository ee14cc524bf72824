package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;

/**
 * Where the tiles of a block are: in the block's own memory if it holds single precision, otherwise
 * widened in the caller's.
 */
record BlockTiles(Kernels kernels, ItemBlock block, boolean inPlace, long rowsBytes) {

  static BlockTiles of(Kernels kernels, ItemBlock block) {
    return new BlockTiles(
        kernels,
        block,
        block.storage() == ItemStorage.FLOAT32,
        (long) block.dimension() * PanelFormat.ROW);
  }

  /** How many tiles there are; the last may be half empty. */
  int count() {
    return (block.panels() + kernels.panelsPerTile() - 1) / kernels.panelsPerTile();
  }

  /** Bytes of one number for each lane of a tile. */
  long rowBytes() {
    return (long) kernels.panelsPerTile() * PanelFormat.ROW;
  }

  /** Bytes that so many widened tiles take, 0 if none is widened. */
  long widenedBytes(int tiles) {
    return inPlace ? 0 : tiles * kernels.panelsPerTile() * rowsBytes;
  }

  /** Brings a tile to single precision at byte {@code at} of {@code work}, unless it is already. */
  void widen(int tile, MemorySegment work, long at) {
    if (inPlace) {
      return;
    }
    int first = tile * kernels.panelsPerTile();
    int panels = Math.min(kernels.panelsPerTile(), block.panels() - first);
    for (int panel = 0; panel < panels; panel++) {
      kernels.widen(
          block.memory(),
          block.panelOffset(first + panel),
          block.storage(),
          block.dimension(),
          work,
          at + panel * rowsBytes);
    }
  }

  /** The memory that the tiles' rows are in. */
  MemorySegment items(MemorySegment work) {
    return inPlace ? block.memory() : work;
  }

  /**
   * The byte at which a tile begins.
   *
   * @param widenedAt where it was widened to
   */
  long at(int tile, long widenedAt) {
    return inPlace ? block.panelOffset(tile * kernels.panelsPerTile()) : widenedAt;
  }

  /** From a tile's first vector to its second; a half-empty tile has its panel twice. */
  long second(int tile) {
    boolean half = (tile + 1) * kernels.panelsPerTile() > block.panels();
    return kernels.second(half ? 0 : rowsBytes);
  }
}
