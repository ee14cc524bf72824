package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;

/** The inner product or cosine of a query vector with tiles of items. */
final class VectorTiles implements TileScorer {

  private final float[] query;
  private final boolean cosine;
  private final Kernels kernels;

  VectorTiles(QueryVector vector, Kernels kernels) {
    this.query = vector.similarity().comparable(vector.values());
    this.cosine = vector.similarity() == Similarity.COSINE;
    this.kernels = kernels;
  }

  @Override
  public int dimension() {
    return query.length;
  }

  @Override
  public long weightBytes() {
    return (long) query.length * Float.BYTES;
  }

  @Override
  public long workBytes() {
    return (long) kernels.panelsPerTile() * PanelFormat.ROW;
  }

  @Override
  public void score(
      MemorySegment items, long at, long second, MemorySegment work, long workAt, long scoresAt) {
    kernels.leakyDot(items, at, second, query.length, 1, query, work, scoresAt);
    if (cosine) {
      kernels.squares(items, at, second, query.length, work, workAt);
      Lengths.invert(work, workAt, kernels.panelsPerTile() * PackedItems.LANES);
      kernels.multiply(work, scoresAt, kernels.second(PanelFormat.ROW), 1, work, workAt);
    }
  }
}
