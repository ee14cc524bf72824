package org.hyperlinker.server.json;

/**
 * The offsets of a text in two counts: code points, as requests and answers have them, and UTF-16
 * units, as the program counts. Immutable.
 */
public final class CodePoints {

  /** For each code point its first unit, and the end; null where both counts are the same. */
  private final int[] units;

  private final int length;

  /** The offsets of this text. */
  public CodePoints(String text) {
    length = text.codePointCount(0, text.length());
    if (length == text.length()) {
      units = null;
      return;
    }
    units = new int[length + 1];
    int unit = 0;
    for (int point = 0; point < length; point++) {
      units[point] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
    units[length] = unit;
  }

  /** How many code points the text has. */
  public int length() {
    return length;
  }

  /** The first unit of a code point, which is 0 to {@link #length}. */
  public int unit(int codePoint) {
    return units == null ? codePoint : units[codePoint];
  }

  /** The code point that a unit belongs to. */
  public int codePoint(int unit) {
    if (units == null) {
      return unit;
    }
    int found = java.util.Arrays.binarySearch(units, unit);
    return found >= 0 ? found : -found - 2;
  }
}
