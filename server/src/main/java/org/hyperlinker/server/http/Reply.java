package org.hyperlinker.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.hyperlinker.server.json.StrictJson;
import org.hyperlinker.server.problem.Problem;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param mediaType of the body
 * @param body whole
 * @param headers others
 */
public record Reply(int status, String mediaType, byte[] body, Map<String, String> headers) {

  static Reply json(JsonNode node) {
    return of(Call.JSON, StrictJson.bytes(node));
  }

  static Reply of(String mediaType, byte[] body) {
    return new Reply(200, mediaType, body, Map.of());
  }

  static Reply text(String mediaType, String text) {
    return of(mediaType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with another header. */
  Reply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, mediaType, body, Map.copyOf(more));
  }

  /** The problem details of RFC 9457. */
  static Reply of(Problem problem) {
    byte[] body =
        StrictJson.bytes(
            StrictJson.object()
                .put("type", "about:blank")
                .put("title", problem.kind().title())
                .put("status", problem.kind().status())
                .put("detail", problem.getMessage()));
    Map<String, String> headers =
        switch (problem.kind()) {
          case BUSY, STOPPING -> Map.of("Retry-After", "1");
          case UNAUTHORIZED -> Map.of("WWW-Authenticate", "Bearer");
          default -> Map.of();
        };
    return new Reply(problem.kind().status(), "application/problem+json", body, headers);
  }
}
