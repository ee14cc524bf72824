package org.hyperlinker.preparation.fetch;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is complete now.
 *
 * @param file where it lies
 * @param bytes its size
 * @param sha256 its digest, as recorded in {@code SHA256SUMS}
 * @param outcome what it took
 * @param unpacked the folder of its content, for an archive
 */
public record FetchedFile(
    Path file, long bytes, String sha256, Outcome outcome, Optional<Path> unpacked) {

  /** What it took to have the file. */
  public enum Outcome {
    /** Nothing: it was complete already. */
    ALREADY_THERE,
    /** All of it came from the server. */
    FETCHED,
    /** An earlier, broken download was continued. */
    RESUMED
  }
}
