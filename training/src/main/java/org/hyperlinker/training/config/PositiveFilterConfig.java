package org.hyperlinker.training.config;

/** Which items of an example are positives: {@code positive_filter_type} with its kwargs. */
public sealed interface PositiveFilterConfig {

  /** The first item and no other. */
  record First() implements PositiveFilterConfig {}

  /**
   * Items of this {@code type}.
   *
   * @param positiveType {@code positive_type}, required
   */
  record OfType(String positiveType) implements PositiveFilterConfig {}

  /**
   * Items whose {@code score} is greater than a threshold.
   *
   * @param threshold {@code score_threshold}; 0 by default
   */
  record ScoreAbove(double threshold) implements PositiveFilterConfig {}

  /** The names in {@code positive_filter_type}. */
  enum Kind {
    /** {@link First}. */
    FIRST,
    /** {@link OfType}. */
    TYPE,
    /** {@link ScoreAbove}. */
    SCORE_ABOVE
  }

  /** Reads the type and its kwargs out of {@code data_config}. */
  static PositiveFilterConfig read(YamlSection section) throws ConfigException {
    Kind kind = section.choice("positive_filter_type", Kind.FIRST);
    YamlSection kwargs = section.section("positive_filter_kwargs");
    PositiveFilterConfig filter =
        switch (kind) {
          case FIRST -> new First();
          case TYPE -> new OfType(kwargs.requireString("positive_type"));
          case SCORE_ABOVE -> {
            requireScore(kwargs, "score_key", kwargs.string("score_key", DataConfig.SCORE));
            yield new ScoreAbove(kwargs.number("score_threshold", 0));
          }
        };
    kwargs.finish();
    return filter;
  }

  /** The example files have one number for each item, and its name is fixed. */
  static void requireScore(YamlSection section, String key, String found) throws ConfigException {
    if (!found.equals(DataConfig.SCORE)) {
      throw section.error(
          key,
          "'"
              + key
              + "': expected 'score', the only number that an item of the example file has, found '"
              + found
              + "'");
    }
  }
}
