package org.hyperlinker.training.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.hyperlinker.training.network.QueryBatch;

/** A training loss over the queries and items of one batch. */
public sealed interface BatchLoss permits CrossEntropyLoss, MarginMseLoss, MultiSimilarityLoss {

  /**
   * The loss, already multiplied by its scale.
   *
   * @param queries the batch's queries
   * @param items {@code (queries * own, width)}: each query's positive first, then its negatives
   * @param targets what is known of the items
   * @param training whether the q-net's dropout acts
   * @return a scalar that can be differentiated
   */
  NDArray compute(QueryBatch queries, NDArray items, LossTargets targets, boolean training);

  /** Whether it compares with the scores of a teacher, which each item must then have. */
  default boolean needsTeacherScores() {
    return false;
  }

  /**
   * The sum of several losses over one batch, each with its own scale.
   *
   * @param losses at least one
   */
  static NDArray sum(
      List<BatchLoss> losses,
      QueryBatch queries,
      NDArray items,
      LossTargets targets,
      boolean training) {
    return losses.stream()
        .map(loss -> loss.compute(queries, items, targets, training))
        .reduce(NDArray::add)
        .orElseThrow();
  }
}
