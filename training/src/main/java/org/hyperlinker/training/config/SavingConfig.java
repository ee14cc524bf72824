package org.hyperlinker.training.config;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Where the run lives and which checkpoints it keeps.
 *
 * @param outputDir {@code output_dir}, required; relative to the working directory
 * @param overwrite {@code overwrite_output_dir}: whether what another run left there may be
 *     replaced; false by default
 * @param when {@code save_strategy}; epoch by default. The end of the run always saves the model
 * @param steps {@code save_steps}: optimizer steps between two checkpoints; 500 by default
 * @param totalLimit {@code save_total_limit}: checkpoints kept, the best one among them where it is
 *     known; empty for all
 * @param onlyModel {@code save_only_model}: checkpoints without the state needed to resume; false
 *     by default
 * @param loadBestAtEnd {@code load_best_model_at_end}: whether the run ends with the weights of the
 *     lowest validation loss rather than the last; false by default
 */
public record SavingConfig(
    Path outputDir,
    boolean overwrite,
    When when,
    int steps,
    OptionalInt totalLimit,
    boolean onlyModel,
    boolean loadBestAtEnd) {

  /** Refuses an empty directory, and intervals and limits below 1. */
  public SavingConfig {
    InvalidSetting.require(
        !outputDir.toString().isBlank(),
        "output_dir",
        "'output_dir': expected a directory, found none");
    InvalidSetting.requireAtLeast(1, steps, "save_steps");
    if (totalLimit.isPresent()) {
      InvalidSetting.requireAtLeast(1, totalLimit.getAsInt(), "save_total_limit");
    }
  }

  static SavingConfig read(YamlSection section) throws ConfigException {
    Path output = section.requirePath("output_dir");
    boolean overwrite = section.bool("overwrite_output_dir", false);
    When when = section.choice("save_strategy", When.EPOCH);
    int steps = section.integer("save_steps", 500);
    OptionalInt limit = section.optionalInt("save_total_limit");
    boolean onlyModel = section.bool("save_only_model", false);
    boolean best = section.bool("load_best_model_at_end", false);
    String metric = section.string("metric_for_best_model", "loss");
    if (!metric.equals("loss") && !metric.equals("eval_loss")) {
      throw section.error(
          "metric_for_best_model",
          "'metric_for_best_model': expected loss or eval_loss, found '"
              + metric
              + "'; use 'hyperlinker evaluate' for other metrics");
    }
    if (section.bool("greater_is_better", false)) {
      throw section.error(
          "greater_is_better", "'greater_is_better': a loss is better when lower; expected false");
    }
    return section.build(
        () -> new SavingConfig(output, overwrite, when, steps, limit, onlyModel, best));
  }
}
