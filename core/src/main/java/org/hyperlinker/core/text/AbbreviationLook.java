package org.hyperlinker.core.text;

/** Whether words look like an abbreviation. */
public final class AbbreviationLook {

  private static final int LONGEST = 6;

  private AbbreviationLook() {}

  /** At most six characters without blanks, two capitals at least, and most letters capitals. */
  public static boolean of(String words) {
    long capitals = words.chars().filter(Character::isUpperCase).count();
    long letters = words.chars().filter(Character::isLetter).count();
    return words.length() <= LONGEST
        && words.chars().noneMatch(Character::isWhitespace)
        && capitals >= 2
        && 2 * capitals > letters;
  }
}
