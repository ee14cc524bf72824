package org.hyperlinker.model.scoring;

import java.util.List;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;

/** The fastest scorer that this machine has for a query or for several. */
public final class Scorers {

  private Scorers() {}

  /**
   * A scorer for this query. Making one for a q-net copies its weights into the kernel's order.
   * With the Vector API ({@code --add-modules jdk.incubator.vector}) and vectors of 256 bits or
   * more the scores come from vector code, otherwise from plain loops; see {@link #vectorised()}.
   */
  public static Scorer of(QueryRepresentation query) {
    return of(query, KernelChoice.BEST);
  }

  /**
   * A scorer for several queries that pass over the items together. Query vectors gain most, by 16
   * and more; q-nets, bound by arithmetic already, a few per cent.
   *
   * @param queries at least one, all of one width
   * @throws IllegalArgumentException if the widths differ
   */
  public static GroupScorer group(List<? extends QueryRepresentation> queries) {
    return group(queries, KernelChoice.BEST);
  }

  /** Whether scorers use the Vector API on this machine. */
  public static boolean vectorised() {
    return !(KernelChoice.BEST instanceof PlainKernels);
  }

  /** What scores on this machine, for messages; for plain Java with the reason. */
  public static String description() {
    return KernelChoice.BEST.description();
  }

  static Scorer of(QueryRepresentation query, Kernels kernels) {
    return new TiledScorer(tiles(query, kernels), kernels);
  }

  static GroupScorer group(List<? extends QueryRepresentation> queries, Kernels kernels) {
    QueryRepresentation first = queries.getFirst();
    for (QueryRepresentation query : queries) {
      if (query.dimension() != first.dimension()) {
        throw new IllegalArgumentException(
            "queries of one group score items of one width, found "
                + first.dimension()
                + " and "
                + query.dimension());
      }
    }
    List<QueryVector> vectors =
        queries.stream()
            .filter(QueryVector.class::isInstance)
            .map(QueryVector.class::cast)
            .toList();
    boolean layer =
        vectors.size() == queries.size()
            && vectors.stream().map(QueryVector::similarity).distinct().count() == 1;
    return layer
        ? new VectorGroupScorer(vectors, kernels)
        : new TiledGroupScorer(
            queries.stream().map(query -> tiles(query, kernels)).toList(), kernels);
  }

  private static TileScorer tiles(QueryRepresentation query, Kernels kernels) {
    return switch (query) {
      case QNet net -> new QNetTiles(net, kernels);
      case QueryVector vector -> new VectorTiles(vector, kernels);
    };
  }

  static void requireDimension(int dimension, ItemBlock block) {
    if (block.dimension() != dimension) {
      throw new IllegalArgumentException(
          "the query scores items of width "
              + dimension
              + ", but these have width "
              + block.dimension()
              + "; index and query need the same model");
    }
  }
}
