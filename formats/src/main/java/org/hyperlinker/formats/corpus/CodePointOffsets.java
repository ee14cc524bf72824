package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.text.CodePoints;

/**
 * A document's offsets in two counts: UTF-16 units, as the records have them, and code points, as
 * BioC files have them. Built passage by passage in text order. An offset outside all passages
 * keeps its distance from the passage before it.
 */
final class CodePointOffsets {

  private record Stretch(int unit, int codePoint, CodePoints points) {
    int lastUnit() {
      return unit + points.units();
    }

    int lastCodePoint() {
      return codePoint + points.length();
    }
  }

  private final List<Stretch> stretches = new ArrayList<>();

  /** Adds a passage that starts at a code point; returns where it starts in UTF-16 units. */
  int addAtCodePoint(int codePoint, String text) {
    int unit = toUnits(stretches.size() - 1, codePoint);
    stretches.add(new Stretch(unit, codePoint, new CodePoints(text)));
    return unit;
  }

  /** Adds a passage that starts at a UTF-16 unit; returns where it starts in code points. */
  int addAtUnit(int unit, String text) {
    int codePoint = toCodePoints(stretches.size() - 1, unit);
    stretches.add(new Stretch(unit, codePoint, new CodePoints(text)));
    return codePoint;
  }

  /** The UTF-16 offset of a code point that belongs to the passage of this index. */
  int toUnits(int passage, int codePoint) {
    int at = passage;
    while (at >= 0 && stretches.get(at).codePoint() > codePoint) {
      at--;
    }
    while (at + 1 < stretches.size()
        && stretches.get(at + 1).codePoint() <= codePoint
        && (at < 0 || codePoint > stretches.get(at).lastCodePoint())) {
      at++;
    }
    if (at < 0) {
      return codePoint;
    }
    Stretch stretch = stretches.get(at);
    int beyond = codePoint - stretch.lastCodePoint();
    return beyond <= 0
        ? stretch.unit() + stretch.points().unit(codePoint - stretch.codePoint())
        : stretch.lastUnit() + beyond;
  }

  /** The code point offset of a UTF-16 unit that belongs to the passage of this index. */
  int toCodePoints(int passage, int unit) {
    int at = passage;
    while (at >= 0 && stretches.get(at).unit() > unit) {
      at--;
    }
    while (at + 1 < stretches.size()
        && stretches.get(at + 1).unit() <= unit
        && (at < 0 || unit > stretches.get(at).lastUnit())) {
      at++;
    }
    if (at < 0) {
      return unit;
    }
    Stretch stretch = stretches.get(at);
    int beyond = unit - stretch.lastUnit();
    return beyond <= 0
        ? stretch.codePoint() + stretch.points().codePoint(unit - stretch.unit())
        : stretch.lastCodePoint() + beyond;
  }
}
