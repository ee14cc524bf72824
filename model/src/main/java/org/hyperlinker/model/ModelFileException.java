package org.hyperlinker.model;

import java.io.IOException;
import java.nio.file.Path;

/** A model's file is missing, broken or does not fit the others. */
public final class ModelFileException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * A fault with its mend in one line.
   *
   * @param file the file or directory at fault
   * @param problem what is wrong, and what to do where that is not plain
   */
  public ModelFileException(Path file, String problem) {
    super(file + ": " + problem);
  }

  /**
   * A fault of the form expected against found.
   *
   * @param file the file or directory at fault
   * @param problem what is wrong
   * @param expected what would have been right
   * @param found what there is
   */
  public ModelFileException(Path file, String problem, Object expected, Object found) {
    super(file + ": " + problem + "; expected " + expected + ", found " + found);
  }

  /**
   * A fault that a library reported.
   *
   * @param file the file at fault
   * @param problem what is wrong; the cause's own first line is added
   * @param cause what the library threw
   */
  public ModelFileException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem + ": " + firstLine(cause), cause);
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElseThrow();
  }
}
