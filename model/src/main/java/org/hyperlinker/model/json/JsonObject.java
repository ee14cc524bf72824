package org.hyperlinker.model.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hyperlinker.model.ModelFileException;

/**
 * A JSON object out of a file. Each accessor throws {@link ModelFileException} naming file and key
 * where the value is missing or of another kind; a JSON null counts as missing. Repeated keys and
 * anything after the object are refused. Immutable.
 */
public final class JsonObject {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final String path;
  private final JsonNode node;

  private JsonObject(Path file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /** Reads a file that holds one object. */
  public static JsonObject read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ModelFileException(file, "no such file");
    }
    return parse(file, Files.readAllBytes(file));
  }

  /**
   * Reads an object.
   *
   * @param file what errors name
   * @param json UTF-8
   */
  public static JsonObject parse(Path file, byte[] json) throws IOException {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new ModelFileException(file, "not valid JSON", e);
    }
    if (!node.isObject()) {
      throw new ModelFileException(
          file, "wrong JSON", "an object", node.isMissingNode() ? "nothing" : node.getNodeType());
    }
    return new JsonObject(file, "", node);
  }

  /** The file that errors name. */
  public Path file() {
    return file;
  }

  /** The keys in the order of the file. */
  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Whether there is a value other than null. */
  public boolean has(String key) {
    return node.hasNonNull(key);
  }

  /** Refuses a key that is not among these. */
  public void refuseOthers(Set<String> known) throws ModelFileException {
    for (String key : keys()) {
      if (!known.contains(key)) {
        throw new ModelFileException(
            file,
            "unknown key " + path + key,
            "one of " + String.join(", ", new TreeSet<>(known)),
            key);
      }
    }
  }

  /** A text. */
  public String text(String key) throws ModelFileException {
    JsonNode value = node.path(key);
    if (!value.isTextual()) {
      throw wrong(key, "a text");
    }
    return value.textValue();
  }

  /** A text, or {@code absent} where there is none. */
  public String text(String key, String absent) throws ModelFileException {
    return has(key) ? text(key) : absent;
  }

  /** Texts. */
  public List<String> texts(String key) throws ModelFileException {
    JsonNode array = array(key, "an array of texts");
    List<String> texts = new ArrayList<>();
    for (JsonNode text : array) {
      if (!text.isTextual()) {
        throw wrong(key, "an array of texts");
      }
      texts.add(text.textValue());
    }
    return List.copyOf(texts);
  }

  /** A whole number. */
  public int whole(String key) throws ModelFileException {
    JsonNode value = node.path(key);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(key, "a whole number");
    }
    return value.intValue();
  }

  /** A whole number, or {@code absent} where there is none. */
  public int whole(String key, int absent) throws ModelFileException {
    return has(key) ? whole(key) : absent;
  }

  /** Whole numbers from 0. */
  public long[] wholes(String key) throws ModelFileException {
    String expected = "an array of whole numbers from 0";
    JsonNode array = array(key, expected);
    for (JsonNode number : array) {
      if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
        throw wrong(key, expected);
      }
    }
    long[] values = new long[array.size()];
    Arrays.setAll(values, i -> array.get(i).longValue());
    return values;
  }

  /** A number, or {@code absent} where there is none. */
  public double number(String key, double absent) throws ModelFileException {
    if (has(key) && !node.path(key).isNumber()) {
      throw wrong(key, "a number");
    }
    return has(key) ? node.path(key).doubleValue() : absent;
  }

  /** True or false, or {@code absent} where there is neither. */
  public boolean flag(String key, boolean absent) throws ModelFileException {
    if (has(key) && !node.path(key).isBoolean()) {
      throw wrong(key, "true or false");
    }
    return has(key) ? node.path(key).booleanValue() : absent;
  }

  /** An object. */
  public JsonObject object(String key) throws ModelFileException {
    JsonNode value = node.path(key);
    if (!value.isObject()) {
      throw wrong(key, "an object");
    }
    return new JsonObject(file, path + key + ".", value);
  }

  /** An object, if there is one. */
  public Optional<JsonObject> optionalObject(String key) throws ModelFileException {
    return has(key) ? Optional.of(object(key)) : Optional.empty();
  }

  /** Objects. */
  public List<JsonObject> objects(String key) throws ModelFileException {
    JsonNode array = array(key, "an array of objects");
    List<JsonObject> objects = new ArrayList<>();
    for (JsonNode value : array) {
      if (!value.isObject()) {
        throw wrong(key, "an array of objects");
      }
      objects.add(new JsonObject(file, path + key + "[" + objects.size() + "].", value));
    }
    return List.copyOf(objects);
  }

  /** The fault that {@code key} does not hold what was expected. */
  public ModelFileException wrong(String key, String expected) {
    JsonNode value = node.path(key);
    String found = value.isMissingNode() ? "nothing" : value.toString();
    return new ModelFileException(
        file,
        "wrong " + path + key,
        expected,
        found.length() > 80 ? found.substring(0, 80) + "..." : found);
  }

  private JsonNode array(String key, String expected) throws ModelFileException {
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      throw wrong(key, expected);
    }
    return value;
  }
}
