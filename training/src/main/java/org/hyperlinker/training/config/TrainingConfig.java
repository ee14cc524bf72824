package org.hyperlinker.training.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hyperlinker.training.config.LossConfig.CrossEntropy;
import org.hyperlinker.training.config.LossConfig.MarginMse;
import org.hyperlinker.training.config.LossConfig.MultiSimilarity;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A training configuration: the official YAML with our section {@code hyperlinker}. Every key is
 * honoured, refused by an error, or named in {@code remarks}; nothing passes unseen.
 *
 * @param model {@code model_config}
 * @param data {@code data_config}
 * @param trainer {@code trainer_config}
 * @param hyperlinker {@code hyperlinker}
 * @param remarks one line, {@code file:line: ...}, for each key that was given and has no effect
 * @param source the file it was read from
 * @param toYaml every setting by its YAML key with the value that it came to, defaults included,
 *     except keys that others overrule: nested maps, lists, texts, numbers and nulls, in reading
 *     order
 */
public record TrainingConfig(
    ModelConfig model,
    DataConfig data,
    TrainerConfig trainer,
    HyperlinkerConfig hyperlinker,
    List<String> remarks,
    Path source,
    Map<String, Object> toYaml) {

  private static final String HF = "trainer_config.hf_trainer_config.";

  /** Refuses parts that contradict each other. */
  public TrainingConfig {
    remarks = List.copyOf(remarks);
    toYaml = Collections.unmodifiableMap(new LinkedHashMap<>(toYaml));
    boolean evaluates = trainer.evaluation().when() != When.NO;
    InvalidSetting.require(
        !evaluates || data.validation().isPresent(),
        HF + "eval_strategy",
        "'eval_strategy' needs 'data_config.validation_data_jsonl'");
    InvalidSetting.require(
        evaluates || !hyperlinker.earlyStopping().enabled(),
        "hyperlinker.early_stopping_patience",
        "'early_stopping_patience' needs an 'eval_strategy'");
    model.hyper().ifPresent(hyper -> requireItemWidth(hyper, model.sharedEncoder(), hyperlinker));
    for (LossConfig loss : model.losses()) {
      switch (loss) {
        case MarginMse _ -> {
          InvalidSetting.require(
              data.labelKey().isPresent(),
              "data_config.label_key",
              "margin_mse learns from teacher scores; set 'label_key: score'");
          InvalidSetting.require(
              data.samplesNegatives(),
              "data_config.num_negatives_to_sample",
              "margin_mse compares a positive with negatives of its own; set"
                  + " 'num_negatives_to_sample' to 1 or more");
        }
        case MultiSimilarity _ -> {
          InvalidSetting.require(
              data.samplesNegatives() || trainer.batch().train() > 1,
              HF + "per_device_train_batch_size",
              "multi_similarity has nothing to compare with in batches of 1; set"
                  + " 'per_device_train_batch_size' to 2 or more");
          requireEvaluable(data.samplesNegatives(), data, trainer);
        }
        case CrossEntropy crossEntropy -> {
          boolean own =
              data.samplesNegatives()
                  && !(crossEntropy.useInBatchNegatives() && crossEntropy.onlyUseFirstItem());
          InvalidSetting.require(
              own || crossEntropy.useInBatchNegatives() && trainer.batch().train() > 1,
              "data_config.num_negatives_to_sample",
              "cross_entropy has nothing to compare with: set 'num_negatives_to_sample' to 1 or"
                  + " more, or 'use_in_batch_negatives: true' with"
                  + " 'per_device_train_batch_size' of 2 or more");
          requireEvaluable(own, data, trainer);
        }
      }
    }
  }

  /** A validation loss over nothing would be 0 at every step, and any step the best. */
  private static void requireEvaluable(
      boolean ownNegatives, DataConfig data, TrainerConfig trainer) {
    boolean evaluates = trainer.evaluation().when() != When.NO && data.validation().isPresent();
    InvalidSetting.require(
        !evaluates || ownNegatives || trainer.batch().evaluation() > 1,
        HF + "per_device_eval_batch_size",
        "the validation loss has nothing to compare with in batches of 1; set"
            + " 'per_device_eval_batch_size' to 2 or more");
  }

  /**
   * A q-net reads what the items become. What an item encoder of its own gives without a projection
   * is known once it is read.
   */
  private static void requireItemWidth(
      HyperEncoderConfig hyper, boolean sharedEncoder, HyperlinkerConfig hyperlinker) {
    OptionalInt projected = hyperlinker.embeddingProjection();
    int hidden = hyper.baseEncoderOutputDim();
    InvalidSetting.require(
        projected.orElse(0) <= hidden,
        "hyperlinker.embedding_projection",
        "'embedding_projection': expected at most 'base_encoder_output_dim', "
            + hidden
            + ", found "
            + projected.orElse(0));
    int width = projected.orElse(hidden);
    InvalidSetting.require(
        projected.isEmpty() && !sharedEncoder || hyper.converter().inputWidth() == width,
        "model_config.query_encoder_kwargs.converter_kwargs.vector_dimensions",
        (projected.isPresent()
                ? "items are as wide as 'hyperlinker.embedding_projection'"
                : "with 'shared_encoder: true' items are as wide as 'base_encoder_output_dim'")
            + ", so 'vector_dimensions' must start with "
            + width
            + ", found "
            + hyper.converter().vectorDimensions());
  }

  /**
   * Reads a configuration.
   *
   * @param file YAML in UTF-8
   * @throws ConfigException naming the line, the cause and the mend
   */
  public static TrainingConfig read(Path file) throws IOException {
    YamlFile yaml = new YamlFile(file);
    return read(file, yaml, yaml.read());
  }

  /**
   * Reads a configuration that is at hand as text.
   *
   * @param name stands for the file in messages and in {@link #source()}
   * @throws ConfigException naming the line, the cause and the mend
   */
  public static TrainingConfig parse(String text, Path name) throws ConfigException {
    YamlFile yaml = new YamlFile(name);
    return read(name, yaml, yaml.parse(text));
  }

  /** {@link #toYaml()} as a YAML text; it reads back as a configuration of the same run. */
  public String yamlText() {
    return dumped(toYaml);
  }

  /**
   * The same configuration but for some values.
   *
   * @param changes values as YAML has them, by their places such as {@code hyperlinker.seed}
   * @throws ConfigException as for a file, if the result is no configuration
   */
  public TrainingConfig with(Map<String, Object> changes) throws ConfigException {
    return parse(dumped(new ChangedSettings(toYaml).with(changes)), source);
  }

  private static String dumped(Map<String, Object> yaml) {
    DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    return new Dump(settings).dumpToString(yaml);
  }

  private static TrainingConfig read(Path file, YamlFile yaml, YamlSection root)
      throws ConfigException {
    YamlSection modelSection = root.section("model_config");
    YamlSection dataSection = root.section("data_config");
    YamlSection trainerSection = root.section("trainer_config");
    YamlSection hyperlinkerSection = root.section("hyperlinker");
    root.finish();
    ModelConfig model = ModelConfig.read(modelSection);
    DataConfig data = DataConfig.read(dataSection);
    YamlSection hf = trainerSection.section("hf_trainer_config");
    TrainerConfig trainer = TrainerConfig.read(trainerSection, hf);
    OptionalLong seed = hf.optionalLong("seed");
    if (hf.written("data_seed") != null) {
      hf.remark("data_seed", "'hyperlinker.seed' and 'data_config.random_seed' are the seeds");
    }
    hf.finish();
    HyperlinkerConfig hyperlinker =
        HyperlinkerConfig.read(hyperlinkerSection, model.type(), data, seed);
    if (data.validation().isPresent() && trainer.evaluation().when() == When.NO) {
      dataSection.remark("validation_data_jsonl", "'eval_strategy' is no");
    }
    return root.build(
        () ->
            new TrainingConfig(
                model, data, trainer, hyperlinker, yaml.remarks(), file, root.settings()));
  }
}
