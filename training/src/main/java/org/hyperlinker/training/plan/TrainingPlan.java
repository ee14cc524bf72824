package org.hyperlinker.training.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.training.loss.BatchLoss;

/**
 * A whole run.
 *
 * @param model the network
 * @param data the examples
 * @param losses added up; at least one
 * @param length steps and schedule
 * @param loop everything else of the loop; its schedule is replaced by {@code length}'s
 * @param output folder of checkpoints, log and model
 * @param overwrite whether an output folder with another run's files may be used
 * @param resume whether to go on from a checkpoint
 * @param resumeFrom the checkpoint; empty for the newest of {@code output}
 * @param tensorBoard folder for event files that TensorBoard reads
 * @param threads for libtorch; 0 for all cores
 */
public record TrainingPlan(
    ModelPlan model,
    DataPlan data,
    List<BatchLoss> losses,
    RunLength length,
    LoopSettings loop,
    Path output,
    boolean overwrite,
    boolean resume,
    Optional<Path> resumeFrom,
    Optional<Path> tensorBoard,
    int threads) {

  /** Copies the losses and requires one. */
  public TrainingPlan {
    losses = List.copyOf(losses);
    if (losses.isEmpty()) {
      throw new IllegalArgumentException(
          "loss_type names no loss; give cross_entropy or margin_mse");
    }
  }

  /** A digest of everything that decides the resulting weights, data and base included. */
  public String fingerprint() throws IOException {
    StringBuilder all = new StringBuilder();
    all.append(model).append(model.startDigests()).append(losses).append(length);
    all.append(loop.decisive());
    all.append(data.sampling()).append(data.batchSize()).append(data.dropLast());
    all.append(data.bucketed()).append(Sha256.of(data.training()));
    if (data.validation().isPresent()) {
      // In-batch negatives: the loss by which the best checkpoint is chosen depends on the batch.
      all.append(Sha256.of(data.validation().get())).append(data.validationBatchSize());
    }
    return Sha256.of(all.toString());
  }
}
