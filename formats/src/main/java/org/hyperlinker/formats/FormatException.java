package org.hyperlinker.formats;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that is not what its format demands. The message is one line: {@code file:line: problem;
 * expected X, found Y}; without a line where the fault is the file as a whole.
 */
public final class FormatException extends IOException {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 200;

  private final transient Path file;
  private final long line;
  private final String problem;

  /**
   * A fault at a place.
   *
   * @param file the file as the user named it
   * @param line 1-based; 0 where no line is to blame
   * @param problem what is wrong
   * @param expected what should stand there
   * @param found what stands there; cut where it is long
   */
  public FormatException(Path file, long line, String problem, String expected, String found) {
    this(file, line, problem, expected, found, null);
  }

  /** The same with the exception that told of it; it may be null. */
  public FormatException(
      Path file, long line, String problem, String expected, String found, Throwable cause) {
    super(
        (file + (line > 0 ? ":" + line : ""))
            + (": " + quote(problem) + "; expected " + quote(expected) + ", found " + quote(found)),
        cause);
    this.file = file;
    this.line = line;
    this.problem = problem;
  }

  /** The file; null after Java serialisation. */
  public Path file() {
    return file;
  }

  /** The 1-based line, or 0. */
  public long line() {
    return line;
  }

  /** What is wrong, without place and quotes. */
  public String problem() {
    return problem;
  }

  private static String quote(String text) {
    String oneLine = text.replaceAll("\\s*\\R\\s*", " ");
    return oneLine.length() <= LONGEST_QUOTE
        ? oneLine
        : oneLine.substring(0, LONGEST_QUOTE) + "... (" + oneLine.length() + " characters)";
  }
}
