package org.hyperlinker.training.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hyperlinker.training.data.PositiveFilter;

/**
 * The examples and how batches draw from them: {@code data_config}.
 *
 * @param training {@code training_data_jsonl}: examples in the official JSONL; relative to the
 *     working directory
 * @param validation {@code validation_data_jsonl}: likewise, for the validation loss
 * @param positiveFilter which items are positives; the first by default
 * @param labelKey the items' teacher scores, which only margin_mse reads: {@code score} by default,
 *     empty for none. Unlike in the official code, an item without a score is no error where no
 *     loss needs it
 * @param positives {@code num_positives_to_sample}; 1 by default
 * @param negatives {@code num_negatives_to_sample}; 7 by default
 * @param positiveSampler random by default
 * @param negativeSampler random by default
 * @param randomSeed of the samplers; 42 by default
 * @param queryPadding {@code query_padding_mode}; longest by default. No result depends on it
 * @param queryMaxLength tokens beyond which a query is cut; where it is given, {@link
 *     TextConfig#maxQueryLength()} is the same
 */
public record DataConfig(
    Path training,
    Optional<Path> validation,
    PositiveFilter positiveFilter,
    Optional<String> labelKey,
    int positives,
    int negatives,
    Sampler positiveSampler,
    Sampler negativeSampler,
    long randomSeed,
    QueryPadding queryPadding,
    OptionalInt queryMaxLength) {

  /** The one number that an item of an example file has. */
  static final String SCORE = "score";

  private static final String MASKED =
      "padding is masked everywhere, so its form changes no result";

  /** Refuses counts and lengths that no batch can have. */
  public DataConfig {
    InvalidSetting.requireAtLeast(1, positives, "num_positives_to_sample");
    InvalidSetting.requireAtLeast(0, negatives, "num_negatives_to_sample");
    if (queryMaxLength.isPresent()) {
      InvalidSetting.requireAtLeast(3, queryMaxLength.getAsInt(), "query_max_length");
    }
    InvalidSetting.require(
        queryPadding != QueryPadding.MAX_LENGTH || queryMaxLength.isPresent(),
        "query_padding_mode",
        "'query_padding_mode: max_length' needs 'query_max_length'");
  }

  /** Whether each row may have negatives of its own. */
  public boolean samplesNegatives() {
    return negativeSampler == Sampler.ALL || negatives > 0;
  }

  static DataConfig read(YamlSection section) throws ConfigException {
    for (String side : List.of("training", "validation")) {
      refuseHub(section, side + "_huggingface_dataset", side + "_data_jsonl");
      if (section.written(side + "_data_split") != null) {
        section.remark(side + "_data_split", "a JSONL file has no splits; all of it is read");
      }
    }
    Path training = section.requirePath("training_data_jsonl");
    Optional<Path> validation = section.optionalPath("validation_data_jsonl");
    PositiveFilter filter = PositiveFilterReader.read(section);
    Optional<String> label = label(section);
    int positives = section.integer("num_positives_to_sample", 1);
    int negatives = section.integer("num_negatives_to_sample", 7);
    Sampler positiveSampler = section.choice("positive_sampler", Sampler.RANDOM);
    Sampler negativeSampler = section.choice("negative_sampler", Sampler.RANDOM);
    long seed = section.whole("random_seed", 42);
    QueryPadding padding = section.choice("query_padding_mode", QueryPadding.LONGEST);
    OptionalInt length = section.optionalInt("query_max_length");
    if (padding == QueryPadding.MAX_LENGTH) {
      section.remark("query_padding_mode", MASKED);
    }
    refuseFunctions(section);
    section.finish();
    return section.build(
        () ->
            new DataConfig(
                training,
                validation,
                filter,
                label,
                positives,
                negatives,
                positiveSampler,
                negativeSampler,
                seed,
                padding,
                length));
  }

  private static Optional<String> label(YamlSection section) throws ConfigException {
    if (section.isNull("label_key")) {
      return section.optionalString("label_key");
    }
    String label = section.string("label_key", SCORE);
    PositiveFilterReader.requireScore(section, "label_key", label);
    return Optional.of(label);
  }

  private static void refuseHub(YamlSection section, String key, String mend)
      throws ConfigException {
    if (section.written(key) != null) {
      throw section.error(
          key,
          "'"
              + key
              + "': data sets of the Hugging Face hub are not fetched; convert the data set to JSONL"
              + " and give '"
              + mend
              + "'");
    }
  }

  private static void refuseFunctions(YamlSection section) throws ConfigException {
    if (section.written("modify_query") != null) {
      throw section.error(
          "modify_query",
          "'modify_query' names a Python function; write the changed text into the example file");
    }
    for (String key : List.of("positive_sampler_kwargs", "negative_sampler_kwargs")) {
      if (!section.section(key).isEmpty()) {
        throw section.error(key, "'" + key + "': neither sampler takes arguments; remove it");
      }
    }
    for (String key : List.of("query_pad_kwargs", "item_pad_kwargs")) {
      if (section.written(key) != null) {
        section.remark(key, MASKED);
      }
    }
  }
}
