package org.hyperlinker.benchmarks.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.scoring.ItemStorage;

/**
 * A kernel at work.
 *
 * @param qNet what scores; empty for the inner product
 * @param width of the rows
 * @param storage of the rows
 * @param queries that pass together
 * @param rows of a pass
 */
record KernelCase(
    Optional<QNetConfig> qNet, int width, ItemStorage storage, int queries, int rows) {

  /** Operations of one query over one row: two for each multiply-add of a matrix product. */
  double operations() {
    return 2.0 * qNet.map(QNetConfig::multiplyAdds).orElse((long) width);
  }

  List<QueryRepresentation> queries(RandomQueries random, int count) {
    return Stream.<QueryRepresentation>generate(
            () -> qNet.isPresent() ? random.qNet(qNet.get()) : random.vector(width))
        .limit(count)
        .toList();
  }

  /** Which rows it needs. */
  Rows items() {
    return new Rows(width, storage, rows);
  }

  /** Synthetic rows that several cases share. */
  record Rows(int width, ItemStorage storage, int count) {}
}
