package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Several queries over the tiles of a block: a few tiles are fetched and widened, then scored by
 * one query after the other while they are in the second-nearest cache. Queries that do not fit
 * there themselves get more tiles at a time, so that fetching a query costs no more than fetching
 * items.
 */
final class TiledGroupScorer implements GroupScorer {

  /** Of the second-nearest cache, which has 512 KB or more, what items take. */
  private static final long CHUNK_BYTES = 256 * 1024;

  private final List<TileScorer> queries;
  private final Kernels kernels;
  private final long workBytes;
  private final long chunkBytes;

  TiledGroupScorer(List<TileScorer> queries, Kernels kernels) {
    this.queries = queries;
    this.kernels = kernels;
    this.workBytes = queries.stream().mapToLong(TileScorer::workBytes).max().orElseThrow();
    this.chunkBytes =
        Math.max(
            CHUNK_BYTES, queries.stream().mapToLong(TileScorer::weightBytes).max().orElseThrow());
  }

  @Override
  public int queries() {
    return queries.size();
  }

  @Override
  public int dimension() {
    return queries.getFirst().dimension();
  }

  @Override
  public void score(ItemBlock block, float[][] scores, int offset) {
    Scorers.requireDimension(dimension(), block);
    BlockTiles tiles = BlockTiles.of(kernels, block);
    long tileBytes = kernels.panelsPerTile() * tiles.rowsBytes();
    int chunk = Math.clamp(chunkBytes / tileBytes, 1, tiles.count());
    long widened = tiles.widenedBytes(chunk);
    long results = widened + workBytes;
    MemorySegment work = Workspace.ofThisThread().panels(results + (long) chunk * tiles.rowBytes());
    for (int first = 0; first < tiles.count(); first += chunk) {
      int end = Math.min(first + chunk, tiles.count());
      for (int tile = first; tile < end; tile++) {
        tiles.widen(tile, work, (tile - first) * tileBytes);
      }
      int firstItem = first * kernels.panelsPerTile() * PackedItems.LANES;
      int endItem = Math.min(block.size(), end * kernels.panelsPerTile() * PackedItems.LANES);
      for (int query = 0; query < queries.size(); query++) {
        for (int tile = first; tile < end; tile++) {
          queries
              .get(query)
              .score(
                  tiles.items(work),
                  tiles.at(tile, (tile - first) * tileBytes),
                  tiles.second(tile),
                  work,
                  widened,
                  results + (tile - first) * tiles.rowBytes());
        }
        kernels.copyRow(
            work, results, PanelFormat.ROW, endItem - firstItem, scores[query], offset + firstItem);
      }
    }
  }
}
