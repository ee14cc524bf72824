package org.hyperlinker.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.hyperlinker.formats.FormatException;

/**
 * A JSON object of a file, with checked access: a missing field or one of the wrong kind is a
 * {@link FormatException} that names file, line and field. A field that is {@code null} counts as
 * absent.
 */
public final class JsonObject {

  private final Path file;
  private final long line;
  private final String where;
  private final JsonNode node;

  JsonObject(Path file, long line, String where, JsonNode node) throws FormatException {
    this.file = file;
    this.line = line;
    this.where = where;
    this.node = node;
    if (!node.isObject()) {
      throw fault("not a JSON object" + (where.isEmpty() ? "" : ": " + where), "{...}", show(node));
    }
  }

  /** The line on which the object starts. */
  public long line() {
    return line;
  }

  /** The names of the fields that are there, sorted. */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The names of the fields in file order. */
  public List<String> orderedKeys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** A text that must be there. */
  public String text(String key) throws FormatException {
    JsonNode value = required(key, "a text");
    if (!value.isTextual()) {
      throw wrong(key, "a text", value);
    }
    return value.textValue();
  }

  /** A text, or the fallback where there is none. */
  public String text(String key, String fallback) throws FormatException {
    return has(key) ? text(key) : fallback;
  }

  /** An identifier that must be there: a text or a whole number, which is taken as text. */
  public String id(String key) throws FormatException {
    JsonNode value = required(key, "a text or a whole number");
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw wrong(key, "a text or a whole number", value);
    }
    return value.asText();
  }

  /** A number, where there is one. */
  public OptionalDouble number(String key) throws FormatException {
    if (!has(key)) {
      return OptionalDouble.empty();
    }
    JsonNode value = node.get(key);
    if (!value.isNumber()) {
      throw wrong(key, "a number", value);
    }
    return OptionalDouble.of(value.doubleValue());
  }

  /** A whole number that must be there. */
  public int integer(String key) throws FormatException {
    return integer(key, required(key, "a whole number"));
  }

  /** A flag; false where it is absent. */
  public boolean flag(String key) throws FormatException {
    if (!has(key)) {
      return false;
    }
    JsonNode value = node.get(key);
    if (!value.isBoolean()) {
      throw wrong(key, "true or false", value);
    }
    return value.booleanValue();
  }

  /** Whether there is a field of this name whose value is a text. */
  public boolean isText(String key) {
    return node.path(key).isTextual();
  }

  /** The value of a field as JSON, whatever it is; {@code null} for none. */
  public String json(String key) {
    return node.has(key) ? node.get(key).toString() : "null";
  }

  /** Whether there is a field of this name with a value. */
  public boolean holds(String key) {
    return has(key);
  }

  /** A list of texts; empty where it is absent. */
  public List<String> texts(String key) throws FormatException {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(key, false)) {
      if (!value.isTextual()) {
        throw wrong(key, "a list of texts", value);
      }
      texts.add(value.textValue());
    }
    return texts;
  }

  /** A list of whole numbers; empty where it is absent. */
  public List<Integer> integers(String key) throws FormatException {
    List<Integer> integers = new ArrayList<>();
    for (JsonNode value : array(key, false)) {
      integers.add(integer(key, value));
    }
    return integers;
  }

  /** A list of whole numbers and nulls, which are empty; empty where it is absent. */
  public List<OptionalInt> optionalIntegers(String key) throws FormatException {
    List<OptionalInt> integers = new ArrayList<>();
    for (JsonNode value : array(key, false)) {
      integers.add(value.isNull() ? OptionalInt.empty() : OptionalInt.of(integer(key, value)));
    }
    return integers;
  }

  /** A list of lists of whole numbers that must be there. */
  public List<List<Integer>> integerLists(String key) throws FormatException {
    List<List<Integer>> lists = new ArrayList<>();
    for (JsonNode list : array(key, true)) {
      if (!list.isArray()) {
        throw wrong(key, "a list of lists", list);
      }
      List<Integer> integers = new ArrayList<>();
      for (JsonNode value : list) {
        integers.add(integer(key, value));
      }
      lists.add(integers);
    }
    return lists;
  }

  /** An object that must be there. */
  public JsonObject object(String key) throws FormatException {
    return new JsonObject(file, line, path(key), required(key, "an object"));
  }

  /** A list of objects that must be there. */
  public List<JsonObject> objects(String key) throws FormatException {
    return objects(key, true);
  }

  /** A list of objects; empty where it is absent. */
  public List<JsonObject> optionalObjects(String key) throws FormatException {
    return objects(key, false);
  }

  private List<JsonObject> objects(String key, boolean required) throws FormatException {
    List<JsonObject> objects = new ArrayList<>();
    for (JsonNode value : array(key, required)) {
      objects.add(new JsonObject(file, line, path(key) + "[" + objects.size() + "]", value));
    }
    return objects;
  }

  /** A fault of this object. */
  public FormatException fault(String problem, String expected, String found) {
    return new FormatException(file, line, problem, expected, found);
  }

  private boolean has(String key) {
    return node.hasNonNull(key);
  }

  private JsonNode required(String key, String expected) throws FormatException {
    if (!has(key)) {
      throw fault(
          "field '" + path(key) + "' is missing", expected, "only the fields " + orderedKeys());
    }
    return node.get(key);
  }

  private JsonNode array(String key, boolean required) throws FormatException {
    if (!required && !has(key)) {
      return JsonNodeFactory.instance.arrayNode();
    }
    JsonNode value = required(key, "a list");
    if (!value.isArray()) {
      throw wrong(key, "a list", value);
    }
    return value;
  }

  private int integer(String key, JsonNode value) throws FormatException {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(key, "a whole number", value);
    }
    return value.intValue();
  }

  private FormatException wrong(String key, String expected, JsonNode found) {
    return fault("field '" + path(key) + "' is of the wrong kind", expected, show(found));
  }

  private String path(String key) {
    return where.isEmpty() ? key : where + "." + key;
  }

  private static String show(JsonNode node) {
    return node.toString();
  }
}
