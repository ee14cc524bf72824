package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;

/**
 * Several query vectors at once: together they are the weights of a linear layer, so that a pass
 * over the items is bound by multiply-adds and no longer by memory.
 */
final class VectorGroupScorer implements GroupScorer {

  private final Kernels kernels;
  private final int queries;
  private final int dimension;
  private final boolean cosine;
  private final float[] weights;
  private final float[] bias;

  /** A scorer of vectors of one width and similarity. */
  VectorGroupScorer(List<QueryVector> vectors, Kernels kernels) {
    this.kernels = kernels;
    this.queries = vectors.size();
    this.dimension = vectors.getFirst().dimension();
    this.cosine = vectors.getFirst().similarity() == Similarity.COSINE;
    float[] layer = new float[Math.multiplyExact(dimension, queries)];
    for (int query = 0; query < queries; query++) {
      QueryVector vector = vectors.get(query);
      float[] values = vector.similarity().comparable(vector.values());
      for (int k = 0; k < dimension; k++) {
        layer[k * queries + query] = values[k];
      }
    }
    this.weights = PackedWeights.of(layer, dimension, queries, kernels.outputs());
    this.bias = new float[PackedWeights.padded(queries, kernels.outputs())];
  }

  @Override
  public int queries() {
    return queries;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public void score(ItemBlock block, float[][] scores, int offset) {
    Scorers.requireDimension(dimension, block);
    BlockTiles tiles = BlockTiles.of(kernels, block);
    long outBytes = (long) bias.length * PanelFormat.ROW;
    long squares = tiles.widenedBytes(1);
    long out = squares + tiles.rowBytes();
    long tileBytes = kernels.panelsPerTile() * outBytes;
    MemorySegment work = Workspace.ofThisThread().panels(out + tiles.count() * tileBytes);
    for (int tile = 0; tile < tiles.count(); tile++) {
      tiles.widen(tile, work, 0);
      score(tiles, tile, work, out + tile * tileBytes, kernels.second(outBytes), squares);
    }
    for (int query = 0; query < queries; query++) {
      kernels.copyRow(
          work,
          out + (long) query * PanelFormat.ROW,
          outBytes,
          block.size(),
          scores[query],
          offset);
    }
  }

  private void score(
      BlockTiles tiles, int tile, MemorySegment work, long out, long outSecond, long squares) {
    MemorySegment items = tiles.items(work);
    long at = tiles.at(tile, 0);
    long second = tiles.second(tile);
    for (int j = 0; j < bias.length; j += kernels.outputs()) {
      kernels.affine(
          items,
          at,
          second,
          dimension,
          weights,
          j * dimension,
          bias,
          j,
          work,
          out + (long) j * PanelFormat.ROW,
          outSecond);
    }
    if (cosine) {
      kernels.squares(items, at, second, dimension, work, squares);
      Lengths.invert(work, squares, kernels.panelsPerTile() * PackedItems.LANES);
      kernels.multiply(work, out, outSecond, queries, work, squares);
    }
  }
}
