package org.hyperlinker.model.scoring;

import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;

/** The fastest scorer that this machine has for a query. */
public final class Scorers {

  private Scorers() {}

  /**
   * A scorer for this query. Making one for a q-net copies its weights into the kernel's order.
   * With the Vector API ({@code --add-modules jdk.incubator.vector}) and 256-bit vectors the scores
   * come from vector code, otherwise from plain loops; see {@link #vectorised()}.
   */
  public static Scorer of(QueryRepresentation query) {
    return of(query, Kernels.BEST);
  }

  /** Whether scorers use the Vector API on this machine. */
  public static boolean vectorised() {
    return Kernels.BEST.vectorised();
  }

  static Scorer of(QueryRepresentation query, Kernels kernels) {
    return switch (query) {
      case QNet net -> new PanelQNetScorer(net, kernels);
      case QueryVector vector -> new PanelVectorScorer(vector, kernels);
    };
  }

  static void requireDimension(Scorer scorer, ItemBlock block) {
    if (block.dimension() != scorer.dimension()) {
      throw new IllegalArgumentException(
          "the query scores items of width "
              + scorer.dimension()
              + ", but these have width "
              + block.dimension()
              + "; index and query need the same model");
    }
  }
}
