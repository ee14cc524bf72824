package org.hyperlinker.preparation.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to fetch, where to, and how patiently.
 *
 * @param dataSets what to fetch, in order, at least one
 * @param directory where the files go; created where missing
 * @param mirror another server that keeps the paths of the official ones, such as {@code
 *     http://mirror.example/data}; empty for the official addresses
 * @param sha256 expected digests by file name, 64 hexadecimal digits each; may be empty
 * @param attempts how often a file is tried before giving up, at least 1
 * @param retryDelay the wait before the second attempt; doubled before each further one
 * @param idleTimeout how long to wait for a connection, for the head of an answer, and for each
 *     next part of its body
 * @param limits what an archive may unfold to
 */
public record FetchOptions(
    List<DataSet> dataSets,
    Path directory,
    Optional<URI> mirror,
    Map<String, String> sha256,
    int attempts,
    Duration retryDelay,
    Duration idleTimeout,
    UnpackLimits limits) {

  private static final int ATTEMPTS = 5;
  private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

  /** Copies the collections and checks every value. */
  public FetchOptions {
    dataSets = List.copyOf(dataSets);
    if (dataSets.isEmpty()) {
      throw new IllegalArgumentException("name at least one data set to fetch");
    }
    Map<String, String> digests = new TreeMap<>();
    sha256.forEach((file, digest) -> digests.put(file, Checksums.normal(file, digest)));
    sha256 = Map.copyOf(digests);
    List<String> names =
        dataSets.stream().flatMap(set -> set.files().stream()).map(RemoteFile::name).toList();
    for (String file : digests.keySet()) {
      if (!names.contains(file)) {
        throw new IllegalArgumentException(
            "a checksum is given for " + file + ", but the files to fetch are: " + names);
      }
    }
    mirror.ifPresent(FetchOptions::requireHttp);
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be 1 or more, found: " + attempts);
    }
    if (retryDelay.isNegative() || idleTimeout.isNegative() || idleTimeout.isZero()) {
      throw new IllegalArgumentException(
          "delays are positive, found: retry " + retryDelay + ", idle " + idleTimeout);
    }
  }

  /** These data sets from their official addresses. */
  public static FetchOptions of(List<DataSet> dataSets, Path directory) {
    return new FetchOptions(
        dataSets,
        directory,
        Optional.empty(),
        Map.of(),
        ATTEMPTS,
        RETRY_DELAY,
        IDLE_TIMEOUT,
        UnpackLimits.DEFAULT);
  }

  /** The same from a mirror. */
  public FetchOptions withMirror(URI address) {
    return new FetchOptions(
        dataSets,
        directory,
        Optional.of(address),
        sha256,
        attempts,
        retryDelay,
        idleTimeout,
        limits);
  }

  /** The same with expected digests by file name. */
  public FetchOptions withSha256(Map<String, String> digests) {
    return new FetchOptions(
        dataSets, directory, mirror, digests, attempts, retryDelay, idleTimeout, limits);
  }

  /** The same with another patience. */
  public FetchOptions withRetries(int times, Duration delay) {
    return new FetchOptions(dataSets, directory, mirror, sha256, times, delay, idleTimeout, limits);
  }

  /** The same with another time to wait for the server. */
  public FetchOptions withIdleTimeout(Duration time) {
    return new FetchOptions(
        dataSets, directory, mirror, sha256, attempts, retryDelay, time, limits);
  }

  /** The same with other limits of unpacking. */
  public FetchOptions withLimits(UnpackLimits other) {
    return new FetchOptions(
        dataSets, directory, mirror, sha256, attempts, retryDelay, idleTimeout, other);
  }

  private static void requireHttp(URI mirror) {
    boolean http = "http".equals(mirror.getScheme()) || "https".equals(mirror.getScheme());
    if (!http || mirror.getHost() == null || mirror.getQuery() != null) {
      throw new IllegalArgumentException(
          "a mirror is an http(s) address without query, found: " + mirror);
    }
  }
}
