package org.hyperlinker.training.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which known key a mistyped one was meant to be. */
final class NearestKey {

  private NearestKey() {}

  /**
   * The known key at the smallest edit distance, if that is at most a third of the longer key's
   * length and at least one edit is allowed; of equals the first in the alphabet.
   */
  static Optional<String> of(String key, Collection<String> known) {
    return known.stream()
        .filter(other -> distance(key, other) <= allowed(key, other))
        .min(
            Comparator.comparingInt((String other) -> distance(key, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int allowed(String key, String other) {
    return Math.max(1, Math.max(key.length(), other.length()) / 3);
  }

  /** Levenshtein's distance, blind to case and to the difference of '-' and '_'. */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT).replace('-', '_');
    String b = right.toLowerCase(Locale.ROOT).replace('-', '_');
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
