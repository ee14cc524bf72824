package org.hyperlinker.training.config;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A training configuration that cannot be used. The message is one line, {@code file:line:
 * problem}, with what was expected and what was found.
 */
public final class ConfigException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * Names the place and the problem.
   *
   * @param file the configuration, as the user gave it
   * @param line counted from 1
   * @param problem cause and mend
   */
  public ConfigException(Path file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
    this.line = line;
  }

  /** The line of the fault, counted from 1. */
  public int line() {
    return line;
  }
}
