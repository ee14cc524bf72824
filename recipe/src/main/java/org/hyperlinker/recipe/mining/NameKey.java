package org.hyperlinker.recipe.mining;

import java.util.Locale;
import org.hyperlinker.core.lexical.NormalForm;
import org.hyperlinker.core.text.QueryTemplate;

/** What makes two texts the same name: their normal form, or the lower case of a text without. */
final class NameKey {

  private NameKey() {}

  static String of(String name) {
    String ordered = NormalForm.of(name).ordered();
    return ordered.isEmpty() ? fold(name) : ordered;
  }

  static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** A query's mention or an item's name, without context and description. */
  static String surface(String text) {
    int separator = text.indexOf(QueryTemplate.SEPARATOR);
    return separator < 0 ? text : text.substring(0, separator);
  }
}
