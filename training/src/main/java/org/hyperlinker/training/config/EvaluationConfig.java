package org.hyperlinker.training.config;

/**
 * When the validation loss is computed.
 *
 * @param when {@code eval_strategy}, formerly {@code evaluation_strategy}; no by default
 * @param steps {@code eval_steps}: optimizer steps between two evaluations; 500 by default
 * @param onStart {@code eval_on_start}: also before the first step; false by default
 */
public record EvaluationConfig(When when, int steps, boolean onStart) {

  /** Refuses an interval below 1. */
  public EvaluationConfig {
    InvalidSetting.requireAtLeast(1, steps, "eval_steps");
    InvalidSetting.require(
        !onStart || when != When.NO,
        "eval_on_start",
        "'eval_on_start: true' needs 'eval_strategy'");
  }

  static EvaluationConfig read(YamlSection section) throws ConfigException {
    When old = section.choice("evaluation_strategy", When.NO);
    When when = section.choice("eval_strategy", old);
    if (section.has("evaluation_strategy") && old != when) {
      throw section.error(
          "evaluation_strategy",
          "'evaluation_strategy' is the old name of 'eval_strategy', and they differ; remove one");
    }
    section.settle("evaluation_strategy", YamlValue.word(when));
    int steps = section.integer("eval_steps", 500);
    boolean onStart = section.bool("eval_on_start", false);
    return section.build(() -> new EvaluationConfig(when, steps, onStart));
  }
}
