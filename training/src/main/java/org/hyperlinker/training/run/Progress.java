package org.hyperlinker.training.run;

/**
 * Where a run stands.
 *
 * @param step optimizer steps taken
 * @param bestLoss lowest validation loss so far; infinite before the first
 * @param bestStep the step of the lowest validation loss; {@link #NONE} before the first
 * @param evaluationsWithoutGain since the lowest validation loss
 * @param seconds training time so far, over all resumptions
 */
record Progress(
    long step, double bestLoss, long bestStep, int evaluationsWithoutGain, double seconds) {

  /** No evaluation yet; that of the start is at step 0. */
  static final long NONE = -1;

  static final Progress START = new Progress(0, Double.POSITIVE_INFINITY, NONE, 0, 0);

  Progress at(long newStep, double newSeconds) {
    return new Progress(newStep, bestLoss, bestStep, evaluationsWithoutGain, newSeconds);
  }

  Progress validated(double loss, double threshold) {
    return loss < bestLoss - threshold
        ? new Progress(step, loss, step, 0, seconds)
        : new Progress(step, bestLoss, bestStep, evaluationsWithoutGain + 1, seconds);
  }
}
