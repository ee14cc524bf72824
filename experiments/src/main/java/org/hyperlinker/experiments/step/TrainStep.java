package org.hyperlinker.experiments.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.experiments.plan.ModelSource;
import org.hyperlinker.experiments.plan.PlannedSystem;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.training.Training;
import org.hyperlinker.training.config.ConfigException;
import org.hyperlinker.training.config.TrainingConfig;
import org.hyperlinker.training.export.OnnxExport;
import org.hyperlinker.training.export.QuantisedParts;
import org.hyperlinker.training.run.StepReport;
import org.hyperlinker.training.run.TrainingInterruptedException;
import org.hyperlinker.training.run.TrainingListener;

/**
 * Trains a model and exports it. Cut short, it leaves a checkpoint and goes on from there.
 *
 * @param key with the digest of configuration and data
 * @param what for people
 * @param minutes by the plan, for as many steps as there are
 * @param config with the changes of the plan
 */
public record TrainStep(String key, String what, double minutes, TrainingConfig config)
    implements Step {

  /** The model within the step's folder. */
  static final String MODEL = "model";

  /** What serves the model: it is exported behind its training. */
  public static final String RUNTIME = "exported";

  private static final String HF = "trainer_config.hf_trainer_config.";

  /**
   * The training of a planned system.
   *
   * @param steps in place of the configuration's, if given
   * @throws IOException if configuration or data cannot be read, or the changes do not fit
   */
  public static TrainStep of(
      PlannedSystem system, ModelSource.Trained source, long seed, OptionalInt steps)
      throws IOException {
    TrainingConfig base = TrainingConfig.read(source.config());
    Map<String, Object> changes = new LinkedHashMap<>(source.changes());
    // Of the network's start, of dropout, and of the order of examples.
    changes.put("hyperlinker.seed", seed);
    changes.put("data_config.random_seed", seed);
    TrainingConfig planned = changed(base, changes, system.name());
    steps.ifPresent(count -> changes.put(HF + "max_steps", count));
    TrainingConfig config = changed(base, changes, system.name());
    OptionalInt before = planned.trainer().schedule().maxSteps();
    OptionalInt now = config.trainer().schedule().maxSteps();
    double share =
        before.isPresent() && now.isPresent() ? (double) now.getAsInt() / before.getAsInt() : 1;
    return new TrainStep(
        Workplace.key("model", Training.fingerprint(config)),
        "train "
            + system.name()
            + ", seed "
            + seed
            + (now.isPresent() ? ", " + now.getAsInt() + " steps" : ""),
        share * system.minutes().train(),
        config);
  }

  private static TrainingConfig changed(
      TrainingConfig base, Map<String, Object> changes, String system) throws IOException {
    try {
      return base.with(changes);
    } catch (ConfigException e) {
      throw new IOException(
          "system '" + system + "': the settings under 'set' do not fit: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean divisible() {
    return true;
  }

  /** Where the model will lie. */
  public ModelPlace place(Path cache) {
    return new ModelPlace(key, cache.resolve(key).resolve(MODEL));
  }

  @Override
  public void run(Workplace place) throws IOException {
    Path folder = place.folder(key);
    Map<String, Object> here = new LinkedHashMap<>();
    here.put(HF + "output_dir", folder.toString());
    here.put("trainer_config.resume_from_checkpoint", true);
    Path model;
    try {
      model = Training.run(config.with(here), new Listener(place));
    } catch (TrainingInterruptedException e) {
      place.budget().check(what);
      throw e;
    }
    OnnxExport.write(
        model,
        EnumSet.of(Precision.FP32),
        QuantisedParts.DEFAULT,
        (done, total) -> place.watcher().progress("export", done, total, ""));
    List<Path> checkpoints;
    try (Stream<Path> files = Files.list(folder)) {
      checkpoints =
          files.filter(f -> f.getFileName().toString().startsWith("checkpoint-")).toList();
    }
    for (Path checkpoint : checkpoints) {
      AtomicFiles.delete(checkpoint);
    }
  }

  /** Interrupts the training, which then saves a checkpoint, when the time is over. */
  private record Listener(Workplace place) implements TrainingListener {

    @Override
    public void remark(String line) {
      place.watcher().remark(line);
    }

    @Override
    public void step(StepReport report) {
      place
          .watcher()
          .progress(
              "train",
              report.step(),
              report.totalSteps(),
              String.format(
                  Locale.ROOT,
                  "loss %.4f, %.1f examples/s",
                  report.loss(),
                  report.examplesPerSecond()));
      if (place.budget().over()) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
