package org.hyperlinker.cli;

import java.nio.file.Path;
import org.hyperlinker.training.tagging.TaggerSettings;
import picocli.CommandLine.Option;

/** How {@code train-detector} trains a tagger. */
final class TaggerOptions {

  @Option(
      names = "--base",
      paramLabel = "MODEL",
      description =
          "Also train a tagger that begins with this encoder: all-MiniLM-L6-v2 or another known"
              + " name, a BERT directory, or a trained model, whose query encoder counts.")
  String base;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Where the tagger's checkpoints and the tagger are written.")
  Path run;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Passes over the corpus. Default: ${DEFAULT-VALUE}.")
  int epochs;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "8",
      description = "Windows in a batch. Default: ${DEFAULT-VALUE}.")
  int batchSize;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      defaultValue = "1e-4",
      description = "Of the encoder at its highest. Default: ${DEFAULT-VALUE}.")
  double learningRate;

  @Option(
      names = "--head-learning-rate",
      paramLabel = "RATE",
      defaultValue = "1e-3",
      description = "Of what is new. Default: ${DEFAULT-VALUE}.")
  double headLearningRate;

  @Option(
      names = "--max-length",
      paramLabel = "TOKENS",
      defaultValue = "192",
      description = "Tokens of a window. Default: ${DEFAULT-VALUE}.")
  int maxLength;

  @Option(
      names = "--hold-out",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description =
          "The share of the documents that measures each epoch and does not train. Default:"
              + " ${DEFAULT-VALUE}.")
  double holdOut;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "STEPS",
      defaultValue = "50",
      description = "Steps from checkpoint to checkpoint. Default: ${DEFAULT-VALUE}.")
  int checkpointEvery;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of everything that is drawn. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "For training; 0 for one for each processor. Default: ${DEFAULT-VALUE}.")
  int threads;

  /** The settings; what they refuse is wrong usage. */
  TaggerSettings settings() {
    return new TaggerSettings(
        base,
        epochs,
        batchSize,
        learningRate,
        headLearningRate,
        maxLength,
        holdOut,
        checkpointEvery,
        seed,
        threads);
  }
}
