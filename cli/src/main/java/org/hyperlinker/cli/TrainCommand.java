package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.training.Training;
import org.hyperlinker.training.config.TrainingConfig;
import org.hyperlinker.training.run.LibtorchShare;
import org.hyperlinker.training.run.TrainingInterruptedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker train}. */
@Command(
    name = "train",
    header = "Train a hypencoder or a bi-encoder as a configuration says.",
    description = {
      "CONFIG is the official YAML (model_config, data_config, trainer_config) with our additions"
          + " under hyperlinker. Every key is honoured, or named in a line that says why not;"
          + " unknown keys are errors. The model is written to OUTPUT_DIR/model, the numbers of the"
          + " run to OUTPUT_DIR/metrics.jsonl.",
      "Ctrl-C ends the run after the current step with a checkpoint; resume_from_checkpoint: true"
          + " goes on from it, and the result is that of an undisturbed run."
    },
    footer = "  hyperlinker train configs/minilm/study-hypencoder.yaml")
final class TrainCommand extends Verb {

  @Parameters(paramLabel = "CONFIG", description = "A training configuration in YAML.")
  Path config;

  @Option(
      names = "--profile",
      description = "Also measure the share of the training thread's time outside libtorch.")
  boolean profile;

  TrainCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    TrainingConfig read = TrainingConfig.read(config);
    long started = System.nanoTime();
    Path model;
    session.interruption().leaves("what was saved before stays");
    try (TrainingDisplay display = display(read)) {
      model = profile ? profiled(read, display) : Training.run(read, display);
    } catch (TrainingInterruptedException e) {
      session.interruption().leaves(e.getMessage().replaceFirst("^interrupted ", "stopped "));
      throw e;
    }
    say("%s: the model, trained in %.0f s", model, (System.nanoTime() - started) / 1e9);
  }

  private TrainingDisplay display(TrainingConfig read) {
    return new TrainingDisplay(session.console(), read.trainer().logging().progressBar());
  }

  private Path profiled(TrainingConfig read, TrainingDisplay display) throws IOException {
    try (LibtorchShare sampling = new LibtorchShare(Thread.currentThread())) {
      Path model = Training.run(read, display);
      LibtorchShare.Share share = sampling.stop();
      say(
          "%.1f %% of the training thread's time outside libtorch (%,d of %,d samples)",
          100 * share.outsideShare(), share.outside(), share.inside() + share.outside());
      return model;
    }
  }
}
