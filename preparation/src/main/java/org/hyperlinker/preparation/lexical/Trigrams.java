package org.hyperlinker.preparation.lexical;

import java.util.Arrays;

/**
 * The set of character trigrams of a text, as sorted codes below {@link #CODES}.
 *
 * <p>Case is ignored; white space and ASCII punctuation count as one blank; two blanks lead and one
 * follows, so that beginnings weigh more than ends. ASCII letters and digits keep their identity,
 * all other characters share 26 classes: closeness is a little overstated for them, never
 * understated.
 */
public final class Trigrams {

  /** One more than the largest code. */
  public static final int CODES = 1 << 18;

  private static final int BITS = 6;
  private static final int DIGITS = 27;
  private static final int OTHERS = 37;
  private static final int CLASSES = 26;

  private Trigrams() {}

  /** The distinct codes of a text, rising; empty for a text of blanks and punctuation. */
  public static int[] of(String text) {
    int[] codes = new int[text.length() + 1];
    int count = 0;
    int window = 0;
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      int symbol = symbol(text.charAt(i));
      if (symbol != 0 || !blank) {
        window = shifted(window, symbol);
        codes[count++] = window;
      }
      blank = symbol == 0;
    }
    if (!blank) {
      codes[count++] = shifted(window, 0);
    }
    Arrays.sort(codes, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || codes[i] != codes[i - 1]) {
        codes[distinct++] = codes[i];
      }
    }
    return Arrays.copyOf(codes, distinct);
  }

  /** The Dice coefficient of two sets of codes: 1 for equal sets, 0 for disjoint or empty ones. */
  public static double dice(int[] left, int[] right) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      int order = Integer.compare(left[i], right[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return dice(common, left.length, right.length);
  }

  static double dice(int common, int left, int right) {
    return common == 0 ? 0 : 2.0 * common / (left + right);
  }

  private static int shifted(int window, int symbol) {
    return ((window << BITS) | symbol) & (CODES - 1);
  }

  private static int symbol(char c) {
    char lower = Character.toLowerCase(c);
    if (lower >= 'a' && lower <= 'z') {
      return lower - 'a' + 1;
    }
    if (lower >= '0' && lower <= '9') {
      return lower - '0' + DIGITS;
    }
    boolean blank = lower < 128 || Character.isWhitespace(lower) || Character.isSpaceChar(lower);
    return blank ? 0 : OTHERS + lower % CLASSES;
  }
}
