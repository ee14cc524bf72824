package org.hyperlinker.linking.detection;

import java.util.Locale;

/** How surfaces are told apart, and names sorted into classes. */
final class Surfaces {

  /** Words up to this length are abbreviations as often as words. */
  static final int SHORT = 4;

  private Surfaces() {}

  /** The ordered normal form; a short word keeps its casing where that is no ordinary word's. */
  static String key(String surface, String ordered) {
    if (!isShort(surface)) {
      return ordered;
    }
    return ordinary(surface) ? surface.toLowerCase(Locale.ROOT) : surface;
  }

  /** Whether the surface is one word of few characters. */
  static boolean isShort(String surface) {
    return surface.length() <= SHORT && surface.codePoints().noneMatch(Character::isWhitespace);
  }

  /** Whether a short surface is written as the name is, beginnings of sentences aside. */
  static boolean sameCasing(String surface, String name) {
    return surface.equals(name) || ordinary(surface) && ordinary(name);
  }

  /** Whether this looks like a word of running text: no capital behind the first, three letters. */
  private static boolean ordinary(String word) {
    return word.length() > 2 && word.substring(1).codePoints().allMatch(Character::isLowerCase);
  }

  /** The class of a name: its concepts' branches, and whether it is one word or more. */
  static String nameClass(String branches, boolean oneWord) {
    return branches + (oneWord ? " 1" : " n");
  }
}
