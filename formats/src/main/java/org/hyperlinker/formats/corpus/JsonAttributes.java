package org.hyperlinker.formats.corpus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.json.JsonObject;
import org.hyperlinker.formats.json.JsonText;

/**
 * Attributes, which are texts, as JSON fields, which may be anything. What is no text becomes the
 * attribute {@code json:NAME} with the value as JSON; a field that the format does not know becomes
 * {@code field:NAME}. Written, both are again what they were.
 */
final class JsonAttributes {

  private static final String JSON = "json:";
  private static final String FIELD = "field:";

  private JsonAttributes() {}

  /** Adds the fields of an object of named values (BioC infons, attributes of JSONL). */
  static void read(JsonObject values, Map<String, String> attributes) throws FormatException {
    for (String key : values.orderedKeys()) {
      if (values.isText(key) && !key.startsWith(JSON) && !key.startsWith(FIELD)) {
        attributes.put(key, values.text(key));
      } else {
        attributes.put(JSON + key, values.json(key));
      }
    }
  }

  /** Adds the fields of a record that are not among the known ones. */
  static void readUnknown(JsonObject record, Set<String> known, Map<String, String> attributes) {
    for (String key : record.orderedKeys()) {
      if (!known.contains(key)) {
        attributes.put(FIELD + key, record.json(key));
      }
    }
  }

  /** The attributes as named values, without those that are fields of the record itself. */
  static Map<String, Object> values(Map<String, String> attributes) {
    Map<String, Object> values = new LinkedHashMap<>();
    attributes.forEach(
        (name, value) -> {
          if (name.startsWith(JSON) && JsonText.raw(value).isPresent()) {
            values.put(name.substring(JSON.length()), JsonText.raw(value).get());
          } else if (!isField(name, value)) {
            values.put(name, value);
          }
        });
    return values;
  }

  /** Adds the attributes that are fields of the record itself. */
  static void putUnknown(Map<String, String> attributes, Map<String, Object> record) {
    attributes.forEach(
        (name, value) -> {
          if (isField(name, value)) {
            record.putIfAbsent(name.substring(FIELD.length()), JsonText.raw(value).get());
          }
        });
  }

  private static boolean isField(String name, String value) {
    return name.startsWith(FIELD) && JsonText.raw(value).isPresent();
  }
}
