package org.hyperlinker.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.hyperlinker.server.json.StrictJson;

/** {@code GET /health} and {@code GET /ready}. */
final class Health {

  private Health() {}

  /** It answers, so it lives. */
  static ObjectNode up() {
    return StrictJson.object().put("status", "up");
  }

  /** Whether a balancer should send requests. */
  static Reply ready(Traffic traffic) {
    boolean ready = traffic.flows();
    byte[] body = StrictJson.bytes(StrictJson.object().put("status", ready ? "ready" : "stopping"));
    return new Reply(ready ? 200 : 503, Call.JSON, body, Map.of());
  }
}
