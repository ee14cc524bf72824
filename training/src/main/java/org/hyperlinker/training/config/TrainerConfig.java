package org.hyperlinker.training.config;

/**
 * The run: {@code trainer_config}, with the groups of its {@code hf_trainer_config}.
 *
 * @param batch how many examples make a step
 * @param optimizer AdamW and clipping
 * @param schedule the length of the run and the learning rate over it
 * @param evaluation when the validation loss is computed
 * @param saving where the run lives and which checkpoints it keeps
 * @param logging what it tells
 * @param resume where it begins
 * @param ignoreDataSkip {@code ignore_data_skip}: a resumed run begins its data anew instead of
 *     where it stopped, so it ends with other weights than an undisturbed one; false by default
 */
public record TrainerConfig(
    BatchConfig batch,
    OptimizerConfig optimizer,
    ScheduleConfig schedule,
    EvaluationConfig evaluation,
    SavingConfig saving,
    LoggingConfig logging,
    Resume resume,
    boolean ignoreDataSkip) {

  private static final String HF = "hf_trainer_config.";

  /** Refuses a best model that no evaluation finds or no checkpoint holds. */
  public TrainerConfig {
    if (saving.loadBestAtEnd()) {
      InvalidSetting.require(
          evaluation.when() != When.NO,
          HF + "load_best_model_at_end",
          "'load_best_model_at_end: true' needs an 'eval_strategy' to find the best by");
      InvalidSetting.require(
          saving.when() == evaluation.when(),
          HF + "load_best_model_at_end",
          "'load_best_model_at_end: true' needs 'save_strategy' and 'eval_strategy' to be equal");
      InvalidSetting.require(
          saving.when() != When.STEPS || saving.steps() % evaluation.steps() == 0,
          HF + "save_steps",
          "'load_best_model_at_end: true' needs 'save_steps' to be a multiple of 'eval_steps' ("
              + evaluation.steps()
              + "), found "
              + saving.steps());
    }
  }

  /**
   * Reads the section.
   *
   * @param hf the sub-section {@code hf_trainer_config}, which the caller finishes
   */
  static TrainerConfig read(YamlSection section, YamlSection hf) throws ConfigException {
    ForeignKeys.answer(hf);
    BatchConfig batch = BatchConfig.read(hf);
    OptimizerConfig optimizer = OptimizerConfig.read(hf);
    ScheduleConfig schedule = ScheduleConfig.read(hf);
    EvaluationConfig evaluation = EvaluationConfig.read(hf);
    LoggingConfig logging = LoggingConfig.read(hf);
    boolean ignoreDataSkip = hf.bool("ignore_data_skip", false);
    SavingConfig saving = SavingConfig.read(hf);
    Resume resume = Resume.read(section);
    section.finish();
    return section.build(
        () ->
            new TrainerConfig(
                batch, optimizer, schedule, evaluation, saving, logging, resume, ignoreDataSkip));
  }
}
