package org.hyperlinker.training.config;

import org.hyperlinker.training.data.PositiveFilter;

/** Reads {@code positive_filter_type} with {@code positive_filter_kwargs}. */
final class PositiveFilterReader {

  private PositiveFilterReader() {}

  private enum Kind {
    FIRST,
    TYPE,
    SCORE_ABOVE
  }

  /** Reads the type and its kwargs out of {@code data_config}. */
  static PositiveFilter read(YamlSection section) throws ConfigException {
    Kind kind = section.choice("positive_filter_type", Kind.FIRST);
    YamlSection kwargs = section.section("positive_filter_kwargs");
    PositiveFilter filter =
        switch (kind) {
          case FIRST -> new PositiveFilter.First();
          case TYPE -> new PositiveFilter.OfType(kwargs.requireString("positive_type"));
          case SCORE_ABOVE -> {
            requireScore(kwargs, "score_key", kwargs.string("score_key", DataConfig.SCORE));
            yield new PositiveFilter.ScoreAbove(kwargs.number("score_threshold", 0));
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
