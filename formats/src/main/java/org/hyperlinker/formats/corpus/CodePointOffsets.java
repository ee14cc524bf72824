package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * A document's offsets in two counts: UTF-16 units, as the records have them, and code points, as
 * BioC files have them. Built passage by passage in text order. An offset outside all passages
 * keeps its distance from the passage before it.
 */
final class CodePointOffsets {

  private record Stretch(int units, int codePoints, String text) {
    int codePointLength() {
      return text.codePointCount(0, text.length());
    }
  }

  private final List<Stretch> stretches = new ArrayList<>();

  /** Adds a passage that starts at a code point; returns where it starts in UTF-16 units. */
  int addAtCodePoint(int codePoint, String text) {
    int units = toUnits(stretches.size() - 1, codePoint);
    stretches.add(new Stretch(units, codePoint, text));
    return units;
  }

  /** Adds a passage that starts at a UTF-16 unit; returns where it starts in code points. */
  int addAtUnit(int unit, String text) {
    int codePoints = toCodePoints(stretches.size() - 1, unit);
    stretches.add(new Stretch(unit, codePoints, text));
    return codePoints;
  }

  /** The UTF-16 offset of a code point that belongs to the passage of this index. */
  int toUnits(int passage, int codePoint) {
    int at = passage;
    while (at >= 0 && stretches.get(at).codePoints() > codePoint) {
      at--;
    }
    while (at + 1 < stretches.size()
        && stretches.get(at + 1).codePoints() <= codePoint
        && (at < 0 || codePoint > stretches.get(at).codePoints() + codePointLength(at))) {
      at++;
    }
    if (at < 0) {
      return codePoint;
    }
    Stretch stretch = stretches.get(at);
    int inside = codePoint - stretch.codePoints();
    int length = stretch.codePointLength();
    return inside <= length
        ? stretch.units() + stretch.text().offsetByCodePoints(0, inside)
        : stretch.units() + stretch.text().length() + (inside - length);
  }

  /** The code point offset of a UTF-16 unit that belongs to the passage of this index. */
  int toCodePoints(int passage, int unit) {
    int at = passage;
    while (at >= 0 && stretches.get(at).units() > unit) {
      at--;
    }
    while (at + 1 < stretches.size()
        && stretches.get(at + 1).units() <= unit
        && (at < 0 || unit > stretches.get(at).units() + stretches.get(at).text().length())) {
      at++;
    }
    if (at < 0) {
      return unit;
    }
    Stretch stretch = stretches.get(at);
    int inside = unit - stretch.units();
    int length = stretch.text().length();
    return inside <= length
        ? stretch.codePoints() + stretch.text().codePointCount(0, inside)
        : stretch.codePoints() + stretch.codePointLength() + (inside - length);
  }

  private int codePointLength(int stretch) {
    return stretches.get(stretch).codePointLength();
  }
}
