package org.hyperlinker.formats.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.formats.FormatException;

/** Writes JSON on one line. */
public final class JsonText {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectReader WHOLE =
      MAPPER
          .reader()
          .with(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private JsonText() {}

  /**
   * A JSON object with the map's fields in its order; values are texts, numbers, flags, lists and
   * maps of these, or what {@link #raw} gives.
   */
  public static String of(Map<String, ?> fields) {
    try {
      return MAPPER.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** A JSON object that was kept as text; empty if it is none. */
  public static Optional<JsonObject> object(String json) {
    try {
      JsonNode node = WHOLE.readTree(json);
      return Optional.of(new JsonObject(Path.of(""), 0, "", node));
    } catch (JsonProcessingException | FormatException e) {
      return Optional.empty();
    }
  }

  /** A JSON value that was kept as text, to be written as it is; empty if it is no JSON. */
  public static Optional<Object> raw(String json) {
    if (json.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(WHOLE.readTree(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
