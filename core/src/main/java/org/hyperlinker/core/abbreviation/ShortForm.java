package org.hyperlinker.core.abbreviation;

/** What may be a short form by its looks. */
final class ShortForm {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 10;
  private static final int LONGEST_UNDEFINED = 6;
  private static final int MOST_WORDS = 2;

  private ShortForm() {}

  /** Whether this has 2 to 10 characters, at most two words, and begins with a letter or digit. */
  static boolean plausible(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.split("\\s+").length <= MOST_WORDS
        && Character.isLetterOrDigit(text.charAt(0))
        && text.codePoints().anyMatch(Character::isLetter);
  }

  /**
   * Whether it looks like a short form and not like a word: a capital or a digit beyond a first
   * capital.
   */
  static boolean marked(String text) {
    return text.substring(1)
        .codePoints()
        .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  /**
   * Whether this is one word of at most six characters with two capitals at least, and most of its
   * letters capitals: stricter than {@link #marked}, for words that no definition vouches for, so
   * that headings in capitals do not count.
   */
  static boolean mostlyCapitals(String text) {
    long capitals = text.codePoints().filter(Character::isUpperCase).count();
    long letters = text.codePoints().filter(Character::isLetter).count();
    return text.length() <= LONGEST_UNDEFINED
        && text.codePoints().noneMatch(Character::isWhitespace)
        && capitals >= 2
        && 2 * capitals > letters;
  }

  /** Without the {@code s} of a plural such as {@code ACEIs}; otherwise the same. */
  static String singular(String text) {
    int last = text.length() - 1;
    boolean plural =
        last >= SHORTEST
            && text.charAt(last) == 's'
            && Character.isUpperCase(text.charAt(last - 1));
    return plural ? text.substring(0, last) : text;
  }
}
