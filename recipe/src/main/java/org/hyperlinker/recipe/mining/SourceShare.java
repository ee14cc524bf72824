package org.hyperlinker.recipe.mining;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A source of negatives and how often its turn comes.
 *
 * @param source where negatives come from
 * @param weight how many it gives in each round, at least 1
 */
public record SourceShare(NegativeSource source, int weight) {

  /** Rejects a weight below 1. */
  public SourceShare {
    if (weight < 1) {
      throw new IllegalArgumentException(
          "a source of negatives gives 1 or more in each round, found: " + weight);
    }
  }

  /**
   * Reads {@code nearest} or {@code nearest:5}, where the number is the weight; 1 without it.
   *
   * @throws IllegalArgumentException if there is no such source or the weight is no whole number
   */
  public static SourceShare parse(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String weight = colon < 0 ? "1" : text.substring(colon + 1);
    for (NegativeSource source : NegativeSource.values()) {
      if (source.name().equalsIgnoreCase(name) && weight.matches("\\d{1,6}")) {
        return new SourceShare(source, Integer.parseInt(weight));
      }
    }
    throw new IllegalArgumentException(
        "expected "
            + Arrays.stream(NegativeSource.values())
                .map(source -> source.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))
            + ", each with an optional weight such as nearest:5, found: '"
            + text
            + "'");
  }
}
