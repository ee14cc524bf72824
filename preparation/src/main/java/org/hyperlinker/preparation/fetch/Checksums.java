package org.hyperlinker.preparation.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.core.io.AtomicFiles;

/**
 * The file {@code SHA256SUMS} of a directory, in the form that {@code sha256sum -c} reads: a
 * digest, two blanks, a file name. Sorted by name.
 */
final class Checksums {

  static final String FILE = "SHA256SUMS";

  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})[ ][ *](\\S.*)");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

  private final Path file;
  private final Map<String, String> digests = new TreeMap<>();

  private Checksums(Path file) {
    this.file = file;
  }

  /** Reads the record of a directory; an absent file is an empty record. */
  static Checksums of(Path directory) throws IOException {
    Checksums checksums = new Checksums(directory.resolve(FILE));
    if (Files.exists(checksums.file)) {
      int number = 0;
      for (String line : Files.readAllLines(checksums.file)) {
        number++;
        Matcher matcher = LINE.matcher(line);
        if (!line.isBlank() && !matcher.matches()) {
          throw new IOException(
              checksums.file
                  + ":"
                  + number
                  + ": not a checksum line; expected 64 hexadecimal digits, two blanks and a file"
                  + " name, found '"
                  + line
                  + "'");
        }
        if (!line.isBlank()) {
          checksums.digests.put(matcher.group(2), matcher.group(1).toLowerCase(Locale.ROOT));
        }
      }
    }
    return checksums;
  }

  Optional<String> recorded(String name) {
    return Optional.ofNullable(digests.get(name));
  }

  void record(String name, String digest) throws IOException {
    if (digest.equals(digests.put(name, digest))) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    digests.forEach((key, value) -> lines.append(value).append("  ").append(key).append('\n'));
    byte[] content = lines.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(file, stream -> stream.write(content));
  }

  static String normal(String name, String digest) {
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException(
          "the SHA-256 of " + name + " has 64 hexadecimal digits, found: '" + digest + "'");
    }
    return digest.toLowerCase(Locale.ROOT);
  }
}
