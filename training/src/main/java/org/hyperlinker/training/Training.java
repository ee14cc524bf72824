package org.hyperlinker.training;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.training.config.TrainingConfig;
import org.hyperlinker.training.run.TrainingListener;
import org.hyperlinker.training.run.TrainingRun;

/** Training, from a configuration to a model directory. */
public final class Training {

  private Training() {}

  /**
   * Trains as a configuration says, resuming where it says so.
   *
   * @param listener hears of progress on the calling thread
   * @return the model directory
   * @throws IOException if data cannot be read or output not written
   */
  public static Path run(TrainingConfig config, TrainingListener listener) throws IOException {
    config.remarks().forEach(listener::remark);
    if (config.trainer().saving().onlyModel()) {
      listener.remark("save_only_model: true is ignored: a checkpoint must be able to go on");
    }
    if (config.trainer().ignoreDataSkip()) {
      listener.remark("ignore_data_skip: true is ignored: a batch's place costs nothing to find");
    }
    return new TrainingRun(ConfiguredPlan.of(config), listener).execute();
  }

  /**
   * A digest of everything that decides the resulting weights, data included, but not of where they
   * are written.
   *
   * @throws IOException if the data cannot be read
   */
  public static String fingerprint(TrainingConfig config) throws IOException {
    return ConfiguredPlan.of(config).fingerprint();
  }
}
