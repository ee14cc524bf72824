package org.hyperlinker.training.config;

import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.core.text.WindowUnit;

/**
 * How texts are read. The templates do not change the examples, whose texts are ready; the model
 * records them so that linking builds its texts in the way that training saw.
 *
 * @param query {@code query_template}, a mapping with {@code window} (0 by default: the mention
 *     alone) and {@code unit} ({@code characters}, {@code whole_words} or {@code tokens})
 * @param item {@code item_template}, a mapping with {@code description} ({@code none} by default,
 *     {@code definition} or {@code aliases}) and {@code limit} (UTF-16 units; 128 by default)
 * @param maxQueryLength {@code max_query_length}: tokens, special ones included, beyond which a
 *     query is cut; {@code data_config.query_max_length} by default, and 128 without it
 * @param maxItemLength {@code max_item_length}: likewise for items; 512 by default
 */
public record TextConfig(
    QueryTemplate query, ItemTemplate item, int maxQueryLength, int maxItemLength) {

  private static final int DEFAULT_LIMIT = 128;
  private static final int DEFAULT_QUERY = 128;
  private static final int SHORTEST = 3;

  /** Refuses lengths without room for a token between the special ones. */
  public TextConfig {
    InvalidSetting.requireAtLeast(SHORTEST, maxQueryLength, "max_query_length");
    InvalidSetting.requireAtLeast(SHORTEST, maxItemLength, "max_item_length");
  }

  static TextConfig read(YamlSection section, DataConfig data) throws ConfigException {
    QueryTemplate query = query(section.section("query_template"));
    ItemTemplate item = item(section.section("item_template"));
    int dataMax = data.queryMaxLength().orElse(DEFAULT_QUERY);
    int maxQuery = section.integer("max_query_length", dataMax);
    if (data.queryMaxLength().isPresent() && maxQuery != dataMax) {
      throw section.error(
          "max_query_length",
          "'hyperlinker.max_query_length' is "
              + maxQuery
              + " and 'data_config.query_max_length' is "
              + dataMax
              + "; give one of them");
    }
    int maxItem = section.integer("max_item_length", 512);
    return section.build(() -> new TextConfig(query, item, maxQuery, maxItem));
  }

  private static QueryTemplate query(YamlSection section) throws ConfigException {
    int window = section.integer("window", 0);
    WindowUnit unit = section.choice("unit", WindowUnit.CHARACTERS);
    section.finish();
    return section.build(() -> new QueryTemplate(new ContextWindow(window, unit)));
  }

  private static ItemTemplate item(YamlSection section) throws ConfigException {
    ItemTemplate.Description description =
        section.choice("description", ItemTemplate.Description.NONE);
    int limit = section.integer("limit", DEFAULT_LIMIT);
    section.finish();
    return section.build(
        () ->
            description == ItemTemplate.Description.NONE
                ? ItemTemplate.NAME_ONLY
                : new ItemTemplate(description, limit));
  }
}
