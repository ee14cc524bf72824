package org.hyperlinker.core.text;

import java.util.Arrays;

/**
 * The offsets of a text in two counts: code points, as files, requests and people have them, and
 * UTF-16 units, as the program counts. Immutable.
 */
public final class CodePoints {

  /** For each code point its first unit, and the end; null where both counts are the same. */
  private final int[] starts;

  private final int length;
  private final int units;

  /** The offsets of this text. */
  public CodePoints(String text) {
    length = text.codePointCount(0, text.length());
    units = text.length();
    if (length == units) {
      starts = null;
      return;
    }
    starts = new int[length + 1];
    int unit = 0;
    for (int point = 0; point < length; point++) {
      starts[point] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
    starts[length] = unit;
  }

  /** How many code points the text has. */
  public int length() {
    return length;
  }

  /** How many UTF-16 units the text has. */
  public int units() {
    return units;
  }

  /** The first unit of a code point, which is 0 to {@link #length}. */
  public int unit(int codePoint) {
    return starts == null ? codePoint : starts[codePoint];
  }

  /** The code point that a unit belongs to, which is 0 to {@link #units}. */
  public int codePoint(int unit) {
    if (starts == null) {
      return unit;
    }
    int found = Arrays.binarySearch(starts, unit);
    return found >= 0 ? found : -found - 2;
  }
}
