package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;

/** One query over the tiles of a block; a tile is widened, scored and forgotten. */
final class TiledScorer implements Scorer {

  private final TileScorer query;
  private final Kernels kernels;

  TiledScorer(TileScorer query, Kernels kernels) {
    this.query = query;
    this.kernels = kernels;
  }

  @Override
  public int dimension() {
    return query.dimension();
  }

  @Override
  public void score(ItemBlock block, float[] scores, int offset) {
    Scorers.requireDimension(query.dimension(), block);
    BlockTiles tiles = BlockTiles.of(kernels, block);
    long widened = tiles.widenedBytes(1);
    long results = widened + query.workBytes();
    MemorySegment work =
        Workspace.ofThisThread().panels(results + (long) tiles.count() * tiles.rowBytes());
    for (int tile = 0; tile < tiles.count(); tile++) {
      tiles.widen(tile, work, 0);
      query.score(
          tiles.items(work),
          tiles.at(tile, 0),
          tiles.second(tile),
          work,
          widened,
          results + (long) tile * tiles.rowBytes());
    }
    kernels.copyRow(work, results, PanelFormat.ROW, block.size(), scores, offset);
  }
}
