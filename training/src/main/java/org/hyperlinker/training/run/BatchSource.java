package org.hyperlinker.training.run;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.training.data.BatchOrder;
import org.hyperlinker.training.data.TrainingRow;
import org.hyperlinker.training.data.TrainingSet;

/** The endless sequence of a run's batches: batch {@code n} is always the same. */
final class BatchSource {

  private final TrainingSet set;
  private final BatchOrder order;
  private int epoch = -1;
  private List<List<Integer>> batches = List.of();

  BatchSource(TrainingSet set, BatchOrder order) {
    if (order.batches() == 0) {
      throw new IllegalArgumentException(
          "no batch: "
              + order.examples()
              + " examples make no batch of "
              + order.batchSize()
              + (order.dropLast() ? " with dataloader_drop_last: true" : ""));
    }
    this.set = set;
    this.order = order;
  }

  /** Batch {@code number} of the run, counted from 0. */
  List<TrainingRow> batch(long number) {
    int wanted = Math.toIntExact(number / order.batches());
    if (wanted != epoch) {
      batches = order.epoch(wanted, set::queryLength);
      epoch = wanted;
    }
    List<TrainingRow> rows = new ArrayList<>();
    for (int example : batches.get(Math.toIntExact(number % order.batches()))) {
      rows.addAll(set.rows(example, wanted));
    }
    return rows;
  }

  /** Batches in one pass over the data. */
  int perEpoch() {
    return order.batches();
  }
}
