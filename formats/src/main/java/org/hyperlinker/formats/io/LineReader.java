package org.hyperlinker.formats.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hyperlinker.formats.FormatException;

/** The lines of a UTF-8 file, gzipped or plain, with their numbers. For one thread. */
public final class LineReader implements AutoCloseable {

  private final Path file;
  private final BufferedReader reader;
  private long number;

  /**
   * Opens a file.
   *
   * @throws FormatException if there is no such file
   */
  public LineReader(Path file) throws IOException {
    this.file = file;
    this.reader =
        new BufferedReader(
            new InputStreamReader(Compressed.open(file), StandardCharsets.UTF_8.newDecoder()),
            1 << 16);
  }

  /**
   * The next line without its end and without a byte order mark, or null after the last.
   *
   * @throws FormatException if the bytes are not UTF-8
   */
  public String next() throws IOException {
    try {
      String line = reader.readLine();
      if (line == null) {
        return null;
      }
      number++;
      return number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
    } catch (CharacterCodingException e) {
      throw new FormatException(
          file,
          number + 1,
          "not UTF-8, here or shortly after",
          "a text file in UTF-8",
          "bytes of another encoding",
          e);
    }
  }

  /** The 1-based number of the line that {@link #next} gave last; 0 before the first. */
  public long number() {
    return number;
  }

  /** A fault of the line that {@link #next} gave last. */
  public FormatException fault(String problem, String expected, String found) {
    return new FormatException(file, number, problem, expected, found);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
