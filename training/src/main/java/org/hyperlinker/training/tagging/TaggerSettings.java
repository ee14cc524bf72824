package org.hyperlinker.training.tagging;

import java.util.Locale;

/**
 * How a tagger is trained. All but the threads decide the resulting weights.
 *
 * @param base the encoder to start from, a name or directory
 * @param epochs passes over the data, at least 1
 * @param batchSize windows in a batch, at least 1
 * @param learningRate of the encoder at its highest
 * @param headLearningRate of the marks' embeddings and the tags' layer
 * @param maxLength tokens of a window at most
 * @param heldOut the share of the documents that measures and does not train, from 0 and below 1
 * @param checkpointEvery steps from checkpoint to checkpoint; 0 for those of epochs alone
 * @param seed of everything that is drawn
 * @param threads for libtorch; 0 for all cores
 */
public record TaggerSettings(
    String base,
    int epochs,
    int batchSize,
    double learningRate,
    double headLearningRate,
    int maxLength,
    double heldOut,
    int checkpointEvery,
    long seed,
    int threads) {

  /** The share of the steps in which the rates rise. */
  static final double WARMUP = 0.1;

  /** The decay of weights that are no biases and no normalisations. */
  static final double WEIGHT_DECAY = 0.01;

  /** Refuses what cannot be trained with. */
  public TaggerSettings {
    if (epochs < 1 || batchSize < 1 || checkpointEvery < 0) {
      throw new IllegalArgumentException(
          "epochs and batch size are at least 1, steps between checkpoints 0; found: "
              + epochs
              + ", "
              + batchSize
              + ", "
              + checkpointEvery);
    }
    if (!(learningRate > 0 && headLearningRate > 0)) {
      throw new IllegalArgumentException(
          "learning rates are above 0, found: " + learningRate + " and " + headLearningRate);
    }
    if (!(heldOut >= 0 && heldOut < 1)) {
      throw new IllegalArgumentException(
          "the share of documents held out is at least 0 and below 1, found: " + heldOut);
    }
  }

  /** What decides the weights beside the data. */
  String decisive() {
    return String.format(
        Locale.ROOT,
        "%s epochs %d batch %d rate %s head %s length %d held out %s seed %d",
        base,
        epochs,
        batchSize,
        learningRate,
        headLearningRate,
        maxLength,
        heldOut,
        seed);
  }
}
