package org.hyperlinker.training.config;

import java.nio.file.Path;

/** A small valid configuration that tests change line by line. */
final class Yaml {

  static final String SMALL =
      """
      model_config:
        shared_encoder: true
        query_encoder_kwargs:
          model_name_or_path: base
          base_encoder_output_dim: 8
          converter_kwargs:
            vector_dimensions: [8, 8, 1]
        loss_type: cross_entropy
      data_config:
        training_data_jsonl: train.jsonl
        num_negatives_to_sample: 1
      trainer_config:
        hf_trainer_config:
          output_dir: out
          learning_rate: 0.1
      hyperlinker:
        seed: 1
      """;

  private Yaml() {}

  /** The small configuration with one text replaced. */
  static TrainingConfig with(String old, String replacement) throws ConfigException {
    if (!SMALL.contains(old)) {
      throw new IllegalArgumentException("not in the configuration: " + old);
    }
    return parse(SMALL.replace(old, replacement));
  }

  static TrainingConfig parse(String text) throws ConfigException {
    return TrainingConfig.parse(text, Path.of("c.yaml"));
  }
}
