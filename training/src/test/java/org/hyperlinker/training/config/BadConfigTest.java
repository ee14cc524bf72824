package org.hyperlinker.training.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said in one line that names the place and the mend. */
class BadConfigTest {

  @ParameterizedTest(name = "{1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          learning_rate: 0.1 | learning_rat: 0.1     | c.yaml:15: unknown key 'learning_rat' in 'trainer_config.hf_trainer_config'; did you mean 'learning_rate'?
          vector_dimensions: | vector_dimension:     | c.yaml:7: unknown key 'vector_dimension' in 'model_config.query_encoder_kwargs.converter_kwargs'; did you mean 'vector_dimensions'?
          hyperlinker:       | hyperlinks:           | c.yaml:16: unknown key 'hyperlinks'; did you mean 'hyperlinker'?
          seed: 1            | qqqqqqqqqqqqqqqq: 1   | unknown key 'qqqqqqqqqqqqqqqq' in 'hyperlinker'; known here: dropout, early_stopping_patience
          output_dir: out    | run_name: out         | c.yaml:13: 'trainer_config.hf_trainer_config.output_dir' is missing
          output_dir: out    | output_dir: ""         | c.yaml:14: 'output_dir': expected a directory, found none
          output_dir: out    | output_dir: "a\\0b"     | c.yaml:14: 'output_dir': expected a path
          learning_rate: 0.1 | output_dir: b         | c.yaml:15: 'output_dir' is given twice; line 14 has it too
          learning_rate: 0.1 | learning_rate: fast   | c.yaml:15: 'learning_rate': expected a number, found 'fast'
          learning_rate: 0.1 | learning_rate: [1]    | c.yaml:15: 'learning_rate': expected a number, found a list
          learning_rate: 0.1 | learning_rate: -1     | c.yaml:15: 'learning_rate': expected 0 or a positive number, found -1.0
          learning_rate: 0.1 | learning_rate: 1e999  | c.yaml:15: 'learning_rate': expected 0 or a positive number, found Infinity
          learning_rate: 0.1 | max_steps: 2.5        | c.yaml:15: 'max_steps': expected a whole number, found '2.5'
          learning_rate: 0.1 | max_steps: 9999999999 | c.yaml:15: 'max_steps': expected a whole number of at most 31 bits
          learning_rate: 0.1 | max_steps: 0          | c.yaml:15: 'max_steps': expected a positive number, or -1 to count epochs
          shared_encoder: true | shared_encoder: 1   | c.yaml:2: 'shared_encoder': expected true or false, found '1'
          [8, 8, 1]          | [8, 8, 2]             | c.yaml:7: vector_dimensions needs
          [8, 8, 1]          | [8]                   | c.yaml:7: vector_dimensions needs
          [8, 8, 1]          | [4, 4, 1]             | c.yaml:7: with 'shared_encoder: true' items are as wide as 'base_encoder_output_dim'
          [8, 8, 1]          | [8, 4, 4, 1]          | c.yaml:7: a residual needs equal widths
          [8, 8, 1]          | [8, x, 1]             | c.yaml:7: 'vector_dimensions': expected a whole number, found 'x'
          cross_entropy      | cross_entropi         | c.yaml:8: 'loss_type': expected one of cross_entropy, margin_mse, multi_similarity, found 'cross_entropi'
          cross_entropy      | []                    | c.yaml:8: 'loss_type': expected cross_entropy, margin_mse, multi_similarity or a list of them, found none
          cross_entropy      | [cross_entropy, cross_entropy] | c.yaml:8: 'loss_type': each loss may stand once
          model_name_or_path: base | freeze_transformer: true | c.yaml:3: give 'query_encoder_kwargs.model_name_or_path' or 'checkpoint_path'
          model_name_or_path: base | pooling_type: cls | c.yaml:4: a hypencoder's query becomes a q-net and is not pooled
          model_name_or_path: base | model_name_or_path: ${base} | c.yaml:4: 'model_name_or_path': '${...}' is not resolved here
          num_negatives_to_sample: 1 | num_negatives_to_sample: 0 | c.yaml:11: cross_entropy has nothing to compare with
          num_negatives_to_sample: 1 | label_key: rank        | c.yaml:11: 'label_key': expected 'score'
          num_negatives_to_sample: 1 | positive_filter_type: type | 'data_config.positive_filter_kwargs.positive_type' is missing
          num_negatives_to_sample: 1 | query_padding_mode: max_length | c.yaml:11: 'query_padding_mode: max_length' needs 'query_max_length'
          num_negatives_to_sample: 1 | modify_query: f       | c.yaml:11: 'modify_query' names a Python function
          num_negatives_to_sample: 1 | positive_sampler_kwargs: {k: 1} | c.yaml:11: 'positive_sampler_kwargs': neither sampler takes arguments
          training_data_jsonl: train.jsonl | training_huggingface_dataset: a/b | c.yaml:10: 'training_huggingface_dataset': data sets of the Hugging Face hub are not fetched; convert the data set to JSONL and give 'training_data_jsonl'
          training_data_jsonl: train.jsonl | training_data_split: train | c.yaml:9: 'data_config.training_data_jsonl' is missing
          learning_rate: 0.1 | eval_strategy: steps  | c.yaml:15: 'eval_strategy' needs 'data_config.validation_data_jsonl'
          learning_rate: 0.1 | eval_on_start: true   | c.yaml:15: 'eval_on_start: true' needs 'eval_strategy'
          learning_rate: 0.1 | load_best_model_at_end: true | c.yaml:15: 'load_best_model_at_end: true' needs an 'eval_strategy'
          learning_rate: 0.1 | metric_for_best_model: mrr | c.yaml:15: 'metric_for_best_model': expected loss or eval_loss, found 'mrr'
          learning_rate: 0.1 | torch_compile: true   | c.yaml:15: 'torch_compile: true' is refused: no code is compiled here
          learning_rate: 0.1 | push_to_hub: true     | c.yaml:15: 'push_to_hub: true' is refused: nothing is uploaded
          learning_rate: 0.1 | fsdp: full_shard      | c.yaml:15: 'fsdp: full_shard' is refused
          learning_rate: 0.1 | report_to: wandb      | c.yaml:15: 'report_to': expected none or tensorboard, found 'wandb'
          learning_rate: 0.1 | optim: sgd            | c.yaml:15: 'optim': expected adamw_torch
          learning_rate: 0.1 | seed: 2               | c.yaml:17: 'hyperlinker.seed' is 1 and 'hf_trainer_config.seed' is 2; give one of them
          seed: 1            | early_stopping_patience: 2 | c.yaml:17: 'early_stopping_patience' needs an 'eval_strategy'
          seed: 1            | embedding_projection: 4 | c.yaml:7: items are as wide as 'hyperlinker.embedding_projection', so 'vector_dimensions' must start with 4, found [8, 8, 1]
          seed: 1            | embedding_projection: 0 | c.yaml:17: 'embedding_projection': expected 1 or more, found 0
          seed: 1            | embedding_projection: 9 | c.yaml:17: 'embedding_projection': expected at most 'base_encoder_output_dim', 8, found 9
          seed: 1            | dropout: 1            | c.yaml:17: 'dropout': expected a number from 0 to below 1, found 1.0
          seed: 1            | max_item_length: 2    | c.yaml:17: 'max_item_length': expected 3 or more, found 2
          seed: 1            | query_template: {window: -1} | c.yaml:17: a context window is 0 or larger
          seed: 1            | seed: 1: 2            | c.yaml:17: this is not YAML:
          """)
  void isNamedInOneLine(String old, String replacement, String message) throws Exception {
    assertThatThrownBy(() -> Yaml.with(old, replacement))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message)
        .hasMessageStartingWith("c.yaml:")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void lossesAndTheirKwargsAgreeInNumber() {
    assertThatThrownBy(
            () ->
                Yaml.with(
                    "loss_type: cross_entropy",
                    "loss_type: [cross_entropy, margin_mse]\n  loss_kwargs: [{scale: 2}]"))
        .hasMessage(
            "c.yaml:9: expected one mapping in 'loss_kwargs' for each 'loss_type', found 1 for 2");
  }

  @Test
  void marginMseNeedsScores() {
    assertThatThrownBy(
            () ->
                Yaml.parse(
                    Yaml.SMALL
                        .replace("cross_entropy", "margin_mse")
                        .replace("num_negatives_to_sample: 1", "label_key: null")))
        .hasMessageStartingWith("c.yaml:11: margin_mse learns from teacher scores");
  }

  @Test
  void residualOnTheLastLayerNeedsResiduals() {
    assertThatThrownBy(
            () ->
                Yaml.with(
                    "[8, 8, 1]",
                    "[8, 8, 1]\n      do_residual: false\n      do_residual_on_last: true"))
        .hasMessageContaining("do_residual_on_last: true needs do_residual: true");
  }

  @Test
  void aBestModelNeedsASaveAtEachOfItsEvaluations() {
    assertThatThrownBy(
            () ->
                Yaml.parse(
                    Yaml.SMALL
                        .replace(
                            "  num_negatives", "  validation_data_jsonl: v.jsonl\n  num_negatives")
                        .replace(
                            "    learning_rate: 0.1",
                            """
                            \s   eval_strategy: steps
                                eval_steps: 10
                                save_strategy: steps
                                save_steps: 15
                                load_best_model_at_end: true\
                            """)))
        .hasMessage(
            "c.yaml:19: 'load_best_model_at_end: true' needs 'save_steps' to be a multiple of"
                + " 'eval_steps' (10), found 15");
  }

  @Test
  void oneLengthOfQueriesIsEnough() {
    assertThatThrownBy(
            () ->
                Yaml.parse(
                    Yaml.SMALL
                        .replace("  num_negatives", "  query_max_length: 32\n  num_negatives")
                        .replace("seed: 1", "max_query_length: 64")))
        .hasMessage(
            "c.yaml:18: 'hyperlinker.max_query_length' is 64 and 'data_config.query_max_length' is"
                + " 32; give one of them");
  }

  @Test
  void anAliasOfItselfEnds() {
    assertThatThrownBy(() -> Yaml.with("learning_rate: 0.1", "fsdp_config: &a {self: *a}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("an alias of itself");
  }

  @ParameterizedTest
  @CsvSource({"'',empty file", "'- a',expected a mapping", "'a: 1\n---\nb: 2',another one"})
  void aFileIsOneMapping(String text, String message) {
    assertThatThrownBy(() -> Yaml.parse(text))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }
}
