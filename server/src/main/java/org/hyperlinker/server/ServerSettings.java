package org.hyperlinker.server;

import java.time.Duration;
import java.util.Optional;

/**
 * How a server listens and what it bears.
 *
 * @param host name or address to listen at; {@code 127.0.0.1} lets in this machine only
 * @param port 0 for any that is free
 * @param token that requests must carry as {@code Authorization: Bearer}, if any
 * @param bodyBytes the largest body that is read, at least 1
 * @param limit how long a body may take to come, and its linking then
 * @param idle after which a connection is closed on which nothing comes or goes
 * @param queue documents that may wait for the linker, at least 1
 * @param grace how long an ending server waits for the requests it took
 */
public record ServerSettings(
    String host,
    int port,
    Optional<String> token,
    int bodyBytes,
    Duration limit,
    Duration idle,
    int queue,
    Duration grace) {

  /** Only for this machine, at port 8080; 10 MB, 30 seconds, 1,024 documents. */
  public static final ServerSettings DEFAULTS =
      new ServerSettings(
          "127.0.0.1",
          8080,
          Optional.empty(),
          10_000_000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          1024,
          Duration.ofSeconds(30));

  /** Rejects values without meaning. */
  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535, found: " + port);
    }
    if (bodyBytes < 1 || queue < 1) {
      throw new IllegalArgumentException(
          "a server needs bodies and a queue of at least 1, found: " + bodyBytes + " and " + queue);
    }
    if (!limit.isPositive() || !idle.isPositive() || grace.isNegative()) {
      throw new IllegalArgumentException(
          "times of a server are positive, found: " + limit + ", " + idle + " and " + grace);
    }
    if (token.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a token is not blank");
    }
  }
}
