package org.hyperlinker.preparation.mix;

import java.nio.file.Path;
import java.util.List;

/**
 * What to mix.
 *
 * @param sources the files, at least one
 * @param output the file to write; compressed if it ends in {@code .gz}
 * @param seed equal seeds give equal orders
 */
public record MixOptions(List<Source> sources, Path output, long seed) {

  /** Copies the sources and requires one. */
  public MixOptions {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("name at least one file of examples to mix");
    }
  }

  /**
   * A file of examples and its weight.
   *
   * @param file examples in the official standard format
   * @param repeat how often each example goes in, at least 1
   */
  public record Source(Path file, int repeat) {

    /** Rejects a factor below 1. */
    public Source {
      if (repeat < 1) {
        throw new IllegalArgumentException(
            "examples are repeated once or more, found: " + repeat + " for " + file);
      }
    }

    /**
     * Reads {@code FILE} or {@code FILE:3}, where the number is the repeat factor.
     *
     * @throws IllegalArgumentException if no file is named or the factor is below 1
     */
    public static Source parse(String text) {
      int colon = text.lastIndexOf(':');
      boolean factor = colon > 0 && text.substring(colon + 1).matches("\\d{1,6}");
      String file = factor ? text.substring(0, colon) : text;
      if (file.isBlank()) {
        throw new IllegalArgumentException("expected FILE or FILE:TIMES, found: '" + text + "'");
      }
      return new Source(Path.of(file), factor ? Integer.parseInt(text.substring(colon + 1)) : 1);
    }
  }
}
