package org.hyperlinker.server.http;

import java.util.Map;
import java.util.Optional;
import org.hyperlinker.server.problem.Problem;

/**
 * A request.
 *
 * @param mediaType of the body, in lower case and without parameters; empty where there is none
 * @param body whole
 * @param path what the pattern's braces stand for
 * @param query parameters behind the question mark
 * @param local whether it came from this machine
 */
public record Call(
    String mediaType,
    byte[] body,
    Map<String, String> path,
    Map<String, String> query,
    boolean local) {

  static final String JSON = "application/json";

  /**
   * The JSON of the body.
   *
   * @throws Problem if it is of another type; a browser's form cannot have this one, so that no
   *     other site can ask in a user's name
   */
  byte[] json() {
    if (!mediaType.equals(JSON)) {
      throw new Problem(
          Problem.Kind.UNSUPPORTED_TYPE,
          "expected Content-Type: " + JSON + ", found '" + mediaType + "'");
    }
    return body;
  }

  /** A parameter behind the question mark. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }
}
