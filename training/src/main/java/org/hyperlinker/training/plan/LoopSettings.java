package org.hyperlinker.training.plan;

import java.time.Duration;
import org.hyperlinker.training.optimizer.AdamW;
import org.hyperlinker.training.optimizer.LearningRateSchedule;

/**
 * What the training loop goes by.
 *
 * @param accumulation batches for each optimizer step
 * @param schedule the learning rate's course; its {@code totalSteps} is the length of the run
 * @param learningRate peak rate of the encoder
 * @param headLearningRate peak rate of the hyper-head and of projections
 * @param weightDecay of weights; biases and layer normalisations have none
 * @param adam AdamW's numbers and the clipping
 * @param maskSameConcept whether items of the positive's concept are left out of the negatives
 * @param evaluation when to look at the validation data, and what follows
 * @param saving when to save
 * @param logging when to write a line of the log
 * @param seed of dropout
 * @param timeLimit the run ends cleanly after this time; zero for no limit
 */
public record LoopSettings(
    int accumulation,
    LearningRateSchedule schedule,
    double learningRate,
    double headLearningRate,
    double weightDecay,
    AdamW.Settings adam,
    boolean maskSameConcept,
    Evaluation evaluation,
    Saving saving,
    Logging logging,
    long seed,
    Duration timeLimit) {

  /** Stands for as many steps as an epoch has, until the size of the data is known. */
  public static final long EACH_EPOCH = -1;

  /**
   * Use of the validation loss.
   *
   * @param every steps between evaluations; 0 for none, {@link #EACH_EPOCH}
   * @param atStart whether to look before the first step as well
   * @param keepBest whether the model with the lowest loss is the result
   * @param patience evaluations without improvement before the run stops; 0 for no early stop
   * @param threshold an improvement must be larger than this
   */
  public record Evaluation(
      long every, boolean atStart, boolean keepBest, int patience, double threshold) {}

  /**
   * Checkpoints.
   *
   * @param every steps between checkpoints; 0 for none but the last, {@link #EACH_EPOCH}
   * @param keep newest checkpoints to keep; 0 for all
   */
  public record Saving(long every, int keep) {}

  /**
   * Lines of the log.
   *
   * @param every steps between lines; 0 for none, {@link #EACH_EPOCH}
   * @param firstStep whether to write one after the first step as well
   */
  public record Logging(long every, boolean firstStep) {}

  /** What of it decides the weights: all but how the run is watched. */
  String decisive() {
    return with(schedule, new Logging(0, false)).toString();
  }

  /** The same settings with the schedule that the length of the data gives. */
  public LoopSettings over(LearningRateSchedule resolved) {
    return with(resolved, logging);
  }

  private LoopSettings with(LearningRateSchedule course, Logging lines) {
    return new LoopSettings(
        accumulation,
        course,
        learningRate,
        headLearningRate,
        weightDecay,
        adam,
        maskSameConcept,
        evaluation,
        saving,
        lines,
        seed,
        timeLimit);
  }

  /** The length of the run in optimizer steps. */
  public long totalSteps() {
    return schedule.totalSteps();
  }
}
