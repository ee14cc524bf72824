package org.hyperlinker.training.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.training.data.TrainingRow;
import org.hyperlinker.training.loss.BatchLoss;
import org.hyperlinker.training.loss.LossTargets;
import org.hyperlinker.training.network.DualEncoder;
import org.hyperlinker.training.network.QueryBatch;
import org.hyperlinker.training.network.TokenBatch;

/**
 * From rows to the loss of a batch.
 *
 * @param network the network
 * @param losses added up
 * @param maskSameConcept whether items of the positive's concept are left out of the negatives
 * @param padId the tokenizer's padding token
 * @param manager makes the batch's arrays; the caller's scope frees them
 */
record BatchComputation(
    DualEncoder network,
    List<BatchLoss> losses,
    boolean maskSameConcept,
    int padId,
    NDManager manager) {

  NDArray loss(List<TrainingRow> rows, boolean training) {
    TokenBatch queryTokens =
        TokenBatch.pad(manager, rows.stream().map(TrainingRow::query).toList(), padId);
    TokenBatch itemTokens =
        TokenBatch.pad(manager, rows.stream().flatMap(row -> row.items().stream()).toList(), padId);
    QueryBatch queries = network.encodeQueries(queryTokens, training);
    NDArray items = network.encodeItems(itemTokens, training);
    return BatchLoss.sum(losses, queries, items, targets(rows), training);
  }

  private LossTargets targets(List<TrainingRow> rows) {
    List<String> ids = new ArrayList<>();
    if (maskSameConcept) {
      rows.forEach(row -> ids.addAll(row.itemIds()));
    }
    int own = rows.getFirst().items().size();
    float[] scores = new float[rows.size() * own];
    boolean scored = true;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).items().size() != own) {
        throw new IllegalArgumentException(
            "query '"
                + rows.get(row).queryId()
                + "' has "
                + rows.get(row).items().size()
                + " items where the batch's first has "
                + own
                + "; negative_sampler: all needs equal numbers");
      }
      Optional<float[]> given = rows.get(row).scores();
      scored &= given.isPresent();
      if (given.isPresent()) {
        System.arraycopy(given.get(), 0, scores, row * own, own);
      }
    }
    return new LossTargets(ids, scored ? Optional.of(scores) : Optional.empty());
  }
}
