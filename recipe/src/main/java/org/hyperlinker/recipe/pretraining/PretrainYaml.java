package org.hyperlinker.recipe.pretraining;

import java.nio.file.Path;

/** The training configuration of a pretraining run, as a text for the one who reads the run. */
final class PretrainYaml {

  private PretrainYaml() {}

  /**
   * The configuration.
   *
   * @param pairs the examples
   */
  static String of(PretrainSettings settings, Path pairs) {
    return """
    # Written by 'hyperlinker pretrain'; 'hyperlinker train' runs the same.
    model_config:
      model_type: biencoder
      shared_encoder: true
      tokenizer_pretrained_model_name_or_path: %1$s
      query_encoder_kwargs:
        model_name_or_path: %1$s
        pooling_type: mean
      passage_encoder_kwargs:
        model_name_or_path: %1$s
        pooling_type: mean
    %2$s
    data_config:
      training_data_jsonl: %3$s
      positive_filter_type: first
      label_key: null
      num_positives_to_sample: 1
      num_negatives_to_sample: 0
      random_seed: %8$d

    trainer_config:
      resume_from_checkpoint: true
      hf_trainer_config:
        output_dir: %4$s
        max_steps: %5$d
        per_device_train_batch_size: %6$d
        learning_rate: %7$s
        weight_decay: 0.01
        lr_scheduler_type: linear
        warmup_ratio: 0.05
        dataloader_drop_last: true
        logging_strategy: steps
        logging_steps: 10
        save_strategy: steps
        save_steps: 100
        save_total_limit: 1
        report_to: none

    hyperlinker:
      item_similarity: cosine
      similarity_scale: 20
      mask_same_concept: true
      length_bucketing: true
      dropout: 0.0
      seed: %8$d
      query_template:
        window: 0
      item_template:
        description: none
      max_query_length: %9$d
      max_item_length: %9$d
    """
        .formatted(
            quoted(settings.base()),
            loss(settings.loss()).indent(2),
            quoted(pairs.toString()),
            quoted(settings.output().toString()),
            settings.steps(),
            settings.batch(),
            settings.learningRate(),
            settings.seed(),
            settings.maxLength());
  }

  private static String loss(AlignmentLoss loss) {
    return switch (loss) {
      case INFO_NCE ->
          """
          loss_type: cross_entropy
          loss_kwargs:
            - use_in_batch_negatives: true
          """;
      case MULTI_SIMILARITY ->
          """
          loss_type: multi_similarity
          loss_kwargs:
            - alpha: 1
              beta: 60
              base: 0.5
              margin: 0.2
          """;
    };
  }

  /** In single quotes, in which YAML knows no escapes but the doubled quote. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
