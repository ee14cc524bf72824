package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;

/** What a batch of queries became, able to score items. */
public sealed interface QueryBatch permits QNetBatch, VectorBatch {

  /** The number of queries. */
  long queries();

  /**
   * Scores every item for every query.
   *
   * @param items {@code (items, width)}
   * @param training whether the q-net's dropout acts
   * @return {@code (queries, items)}, also for a single query or item
   */
  NDArray scoreAll(NDArray items, boolean training);

  /**
   * Scores each query's own items.
   *
   * @param items {@code (queries * own, width)}, the items of the first query first
   * @param training whether the q-net's dropout acts
   * @return {@code (queries, own)}
   */
  NDArray scoreOwn(NDArray items, boolean training);
}
