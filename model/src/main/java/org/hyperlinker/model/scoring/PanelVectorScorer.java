package org.hyperlinker.model.scoring;

import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;

/** The inner product or cosine of a query vector with panels of items. */
final class PanelVectorScorer implements Scorer {

  private static final int LANES = PackedItems.LANES;

  private final float[] query;
  private final boolean cosine;
  private final double queryLength;
  private final Kernels kernels;

  PanelVectorScorer(QueryVector vector, Kernels kernels) {
    this.query = vector.values();
    this.cosine = vector.similarity() == Similarity.COSINE;
    this.kernels = kernels;
    double squares = 0;
    for (float value : query) {
      squares += (double) value * value;
    }
    this.queryLength = Math.sqrt(squares);
  }

  @Override
  public int dimension() {
    return query.length;
  }

  @Override
  public void score(ItemBlock block, float[] scores, int offset) {
    Scorers.requireDimension(this, block);
    float[] products = new float[LANES];
    float[] squares = new float[LANES];
    for (int panel = 0; panel < block.panels(); panel++) {
      int start = block.panelOffset(panel);
      kernels.dot(block.values(), start, query.length, query, products);
      if (cosine) {
        kernels.squares(block.values(), start, query.length, squares);
        divideByLengths(products, squares);
      }
      System.arraycopy(products, 0, scores, offset + panel * LANES, block.itemsInPanel(panel));
    }
  }

  private void divideByLengths(float[] products, float[] squares) {
    for (int lane = 0; lane < LANES; lane++) {
      double lengths = queryLength * Math.sqrt(squares[lane]);
      products[lane] = lengths == 0 ? 0 : (float) (products[lane] / lengths);
    }
  }
}
