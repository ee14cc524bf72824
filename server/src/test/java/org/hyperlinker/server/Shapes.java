package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of JSON Schema as the description uses. */
record Shapes(JsonNode description) {

  void check(String schema, JsonNode value) {
    check(description.at("/components/schemas/" + schema), value, schema);
  }

  private void check(JsonNode schema, JsonNode value, String where) {
    if (schema.has("$ref")) {
      check(description.at(schema.get("$ref").asText().substring(1)), value, where);
      return;
    }
    if (schema.has("enum")) {
      assertThat(schema.get("enum")).as(where).contains(value);
      return;
    }
    List<String> types = new ArrayList<>();
    JsonNode type = schema.path("type");
    (type.isArray() ? type : List.of(type)).forEach(one -> types.add(one.asText()));
    assertThat(types).as("%s: %s", where, value).contains(kind(value, types));
    if (value.isObject()) {
      schema
          .path("required")
          .forEach(name -> assertThat(value.has(name.asText())).as(where + "." + name).isTrue());
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        JsonNode property = schema.path("properties").path(field.getKey());
        assertThat(property.isMissingNode()).as(where + "." + field.getKey()).isFalse();
        check(property, field.getValue(), where + "." + field.getKey());
      }
    }
    if (value.isArray()) {
      value.forEach(element -> check(schema.path("items"), element, where + "[]"));
    }
  }

  private static String kind(JsonNode value, List<String> types) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() && types.contains("integer") ? "integer" : "number";
      default -> value.getNodeType().name();
    };
  }
}
