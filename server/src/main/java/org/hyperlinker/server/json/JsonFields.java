package org.hyperlinker.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.hyperlinker.server.problem.Problem;

/**
 * An object of a request with checked access. Fields that nobody asked for are problems ({@link
 * #finish}), so that a misspelt one is not lost. For one thread.
 */
public final class JsonFields {

  private final String path;
  private final JsonNode object;
  private final Set<String> asked = new HashSet<>();

  private JsonFields(String path, JsonNode object) {
    this.path = path;
    this.object = object;
  }

  static JsonFields of(String path, JsonNode node) {
    if (!node.isObject()) {
      throw wrong(path.isEmpty() ? "the body" : path, "an object", node);
    }
    return new JsonFields(path, node);
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    asked.add(name);
    return object.hasNonNull(name);
  }

  /** A text that must be there. */
  public String text(String name) {
    return optionalText(name)
        .orElseThrow(
            () -> new Problem(Problem.Kind.BAD_REQUEST, at(name) + " is missing: expected a text"));
  }

  /** A text, if it is there. */
  public Optional<String> optionalText(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode node = object.get(name);
    if (!node.isTextual()) {
      throw wrong(at(name), "a text", node);
    }
    String text = node.textValue();
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST, at(name) + " is wrong: it has half a surrogate pair");
    }
    return Optional.of(text);
  }

  /** A whole number of this range that must be there. */
  public int integer(String name, int least, int most) {
    return optionalInteger(name, least, most)
        .orElseThrow(
            () ->
                new Problem(
                    Problem.Kind.BAD_REQUEST,
                    at(name) + " is missing: expected a number from " + least + " to " + most));
  }

  /** A whole number of this range, if it is there. */
  public OptionalInt optionalInteger(String name, int least, int most) {
    if (!has(name)) {
      return OptionalInt.empty();
    }
    JsonNode node = object.get(name);
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.intValue() < least
        || node.intValue() > most) {
      throw wrong(at(name), "a whole number from " + least + " to " + most, node);
    }
    return OptionalInt.of(node.intValue());
  }

  /** A number from 0 to 1, if it is there. */
  public OptionalDouble optionalShare(String name) {
    if (!has(name)) {
      return OptionalDouble.empty();
    }
    JsonNode node = object.get(name);
    if (!node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= 1)) {
      throw wrong(at(name), "a number from 0 to 1", node);
    }
    return OptionalDouble.of(node.doubleValue());
  }

  /** A list of objects, if it is there. */
  public Optional<List<JsonFields>> optionalObjects(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode node = object.get(name);
    if (!node.isArray()) {
      throw wrong(at(name), "a list", node);
    }
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode element : node) {
      objects.add(of(at(name) + "[" + objects.size() + "]", element));
    }
    return Optional.of(objects);
  }

  /** Where a field stands, such as {@code documents[2].text}. */
  public String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /**
   * Ends the reading.
   *
   * @throws Problem naming a field that nobody asked for
   */
  public void finish() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                throw new Problem(
                    Problem.Kind.BAD_REQUEST,
                    "unknown field " + at(name) + ": expected only " + new TreeSet<>(asked));
              }
            });
  }

  private static Problem wrong(String where, String expected, JsonNode found) {
    String text = found.toString();
    return new Problem(
        Problem.Kind.BAD_REQUEST,
        where
            + " is wrong: expected "
            + expected
            + ", found "
            + (text.length() > 60 ? text.substring(0, 60) + "…" : text));
  }
}
