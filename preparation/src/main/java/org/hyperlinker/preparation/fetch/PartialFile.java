package org.hyperlinker.preparation.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A download that is not complete, and what lets a server prove that its file is still the same.
 *
 * @param content the bytes so far, {@code <name>.partial}
 * @param validator a file with the strong ETag or the Last-Modified date under which they came
 */
record PartialFile(Path content, Path validator) {

  static PartialFile of(Path file) {
    return new PartialFile(
        file.resolveSibling(file.getFileName() + ".partial"),
        file.resolveSibling(file.getFileName() + ".partial.validator"));
  }

  /** How many bytes are there. */
  long size() throws IOException {
    return Files.exists(content) ? Files.size(content) : 0;
  }

  /** The value for {@code If-Range}; empty where the bytes cannot be trusted to fit. */
  Optional<String> proof() throws IOException {
    return Files.exists(validator) ? Optional.of(Files.readString(validator)) : Optional.empty();
  }

  /** Forgets the bytes and remembers what the server calls the version that comes now. */
  void startOver(Optional<String> proof) throws IOException {
    discard();
    if (proof.isPresent()) {
      Files.writeString(validator, proof.get());
    }
  }

  void discard() throws IOException {
    Files.deleteIfExists(content);
    Files.deleteIfExists(validator);
  }
}
