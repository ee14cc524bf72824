package org.hyperlinker.preparation;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A corpus file and the split that it becomes.
 *
 * @param split such as {@code train}, {@code validation} or {@code test}; it names output files, so
 *     it holds letters, digits, {@code .}, {@code _} and {@code -} only
 * @param file in any corpus format that is read
 */
public record CorpusSource(String split, Path file) {

  /** The base name of the file of name pairs; no split may be called so. */
  static final String NAME_PAIRS = "names";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** Rejects names that cannot be, or already are, file names of the output. */
  public CorpusSource {
    if (!NAME.matcher(split).matches() || split.equals(NAME_PAIRS)) {
      throw new IllegalArgumentException(
          "a split is called by letters, digits, '.', '_' and '-', and not '"
              + NAME_PAIRS
              + "'; found: '"
              + split
              + "'");
    }
  }

  /**
   * Reads {@code NAME=FILE}.
   *
   * @throws IllegalArgumentException if it does not have this form
   */
  public static CorpusSource parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException(
          "expected SPLIT=FILE, such as train=corpus.txt, found: '" + text + "'");
    }
    return new CorpusSource(text.substring(0, equals), Path.of(text.substring(equals + 1)));
  }
}
