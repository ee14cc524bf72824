package org.hyperlinker.core.lexical;

import java.util.Arrays;

/** The runs of three characters of a text, for comparing texts by their look. */
public final class Trigrams {

  private static final int BITS = 21;

  private final long[] grams;

  private Trigrams(long[] grams) {
    this.grams = grams;
  }

  /** The distinct trigrams of a text's evened words, with a blank before and after each word. */
  public static Trigrams of(String text) {
    int[] points = (" " + String.join(" ", NormalForm.words(text)) + " ").codePoints().toArray();
    long[] grams = new long[Math.max(0, points.length - 2)];
    for (int at = 0; at < grams.length; at++) {
      grams[at] =
          ((long) points[at] << (2 * BITS)) | ((long) points[at + 1] << BITS) | points[at + 2];
    }
    Arrays.sort(grams);
    int distinct = 0;
    for (int at = 0; at < grams.length; at++) {
      if (at == 0 || grams[at] != grams[at - 1]) {
        grams[distinct++] = grams[at];
      }
    }
    return new Trigrams(Arrays.copyOf(grams, distinct));
  }

  /** Dice's coefficient: twice the shared trigrams over all of both, 0 to 1. */
  public double likeness(Trigrams other) {
    int shared = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < grams.length && theirs < other.grams.length) {
      int order = Long.compare(grams[mine], other.grams[theirs]);
      if (order == 0) {
        shared++;
      }
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    int all = grams.length + other.grams.length;
    return all == 0 ? 0 : 2.0 * shared / all;
  }
}
