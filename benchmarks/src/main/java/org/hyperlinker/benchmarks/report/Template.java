package org.hyperlinker.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text among the resources with places such as <code>{{table}}</code>. */
final class Template {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final String name;
  private final String text;

  private Template(String name, String text) {
    this.name = name;
    this.text = text;
  }

  static Template named(String name) {
    try (InputStream stream = Template.class.getResourceAsStream(name)) {
      return new Template(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts values into their places.
   *
   * @throws IllegalArgumentException if a place has no value
   */
  String with(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException(name + ": no value for " + place.group(1));
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
