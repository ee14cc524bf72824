package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description says what the handlers do: every path, and answers of the described shapes. */
class OpenApiTest {

  private static final String TEXT = "{\"text\": \"Aspirin against heart attack\"}";

  @Test
  void everyPathIsThereWithItsMethodAndNoOther() throws Exception {
    try (TinyServer tiny = TinyServer.start()) {
      JsonNode description = tiny.get("/openapi.json").json();
      assertThat(description.path("openapi").asText()).startsWith("3.1");
      for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
        String place = path.getKey().replace("{id}", "D001241");
        TreeSet<String> methods = new TreeSet<>();
        path.getValue().fieldNames().forEachRemaining(methods::add);
        int get = tiny.get(place).status();
        int post = tiny.post(place, "{}").status();
        assertThat(get == 405).as("GET %s", place).isNotEqualTo(methods.contains("get"));
        assertThat(post == 405).as("POST %s", place).isNotEqualTo(methods.contains("post"));
        assertThat(get == 404 && post == 404).as(place).isFalse();
      }
    }
  }

  @Test
  void answersHaveTheDescribedShapes() throws Exception {
    try (TinyServer tiny = TinyServer.start()) {
      JsonNode description = tiny.get("/openapi.json").json();
      Shapes shapes = new Shapes(description);
      shapes.check("Systems", tiny.get("/v1/systems").json());
      shapes.check("LinkAnswer", tiny.post("/v1/link", TEXT).json());
      shapes.check("SearchAnswer", tiny.post("/v1/search", "{\"query\": \"Aspirin\"}").json());
      shapes.check(
          "Explanation",
          tiny.post("/v1/explain", "{\"text\": \"Aspirin\", \"start\": 0, \"end\": 7}").json());
      shapes.check("Concept", tiny.get("/v1/concepts/D009203").json());
      shapes.check("Served", tiny.post("/v1/admin/reload", "{}").json());
      shapes.check("Status", tiny.get("/health").json());
      shapes.check("Status", tiny.get("/ready").json());
      shapes.check("Problem", tiny.post("/v1/link", "{").json());
    }
  }

  /** Requests that the description calls complete are taken; each of their fields is known. */
  @Test
  void describedFieldsAreTaken() throws Exception {
    try (TinyServer tiny = TinyServer.start()) {
      String all =
          """
          {"system": "first", "text": "Aspirin", "top": 1, "threshold": 0.5,
           "mentions": [{"start": 0, "end": 7, "type": "Chemical"}]}
          """;
      assertThat(tiny.post("/v1/link", all).status()).isEqualTo(200);
      assertThat(
              tiny.post("/v1/search", "{\"system\":\"first\",\"query\":\"a\",\"top\":1}").status())
          .isEqualTo(200);
    }
  }
}
