package org.hyperlinker.cli;

import java.nio.file.Path;

/**
 * A model with its index as {@code --system NAME=MODEL,INDEX} names them.
 *
 * @param name for tables and requests
 * @param model its directory
 * @param index its directory
 */
record NamedSystem(String name, Path model, Path index) {

  /**
   * Reads an option's value.
   *
   * @throws IllegalArgumentException saying what is expected
   */
  static NamedSystem parse(String written) {
    int equals = written.indexOf('=');
    int comma = written.lastIndexOf(',');
    if (equals < 1 || comma < equals + 2 || comma == written.length() - 1) {
      throw new IllegalArgumentException("--system " + written + ": expected NAME=MODEL,INDEX");
    }
    return new NamedSystem(
        written.substring(0, equals),
        Path.of(written.substring(equals + 1, comma)),
        Path.of(written.substring(comma + 1)));
  }
}
