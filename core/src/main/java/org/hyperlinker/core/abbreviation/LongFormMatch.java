package org.hyperlinker.core.abbreviation;

import java.util.Optional;

/**
 * The matching step of Schwartz and Hearst (2003): the characters of a short form are sought from
 * the right in the words before it, and its first character must begin a word.
 */
final class LongFormMatch {

  /** Words beyond the short form's own length that a long form may have. */
  private static final int SPARE_WORDS = 5;

  private LongFormMatch() {}

  /**
   * The end of {@code before} that the short form stands for.
   *
   * @param shortForm two letters or digits at least
   * @param before text that ends where the long form ends
   * @return the shortest such end; empty if there is none or if it is no longer than the short form
   */
  static Optional<String> suffix(String shortForm, String before) {
    String window =
        lastWords(before, Math.min(shortForm.length() + SPARE_WORDS, longest(shortForm)));
    int start = start(shortForm, window);
    if (start < 0) {
      return Optional.empty();
    }
    String longForm = wholeWord(window, start);
    return plausible(shortForm, longForm) ? Optional.of(longForm) : Optional.empty();
  }

  private static int longest(String shortForm) {
    return 2 * shortForm.length();
  }

  private static int start(String shortForm, String window) {
    int at = window.length() - 1;
    for (int i = shortForm.length() - 1; i >= 0; i--) {
      char wanted = Character.toLowerCase(shortForm.charAt(i));
      if (!Character.isLetterOrDigit(wanted)) {
        continue;
      }
      boolean first = i == 0;
      while (at >= 0
          && (Character.toLowerCase(window.charAt(at)) != wanted
              || (first && !beginsWord(window, at)))) {
        at--;
      }
      if (at < 0) {
        return -1;
      }
      at--;
    }
    return at + 1;
  }

  private static boolean beginsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  /**
   * From the word, as blanks part them, that holds {@code start}; a bracket before it is taken
   * along only if the word closes it, as in {@code (R)-alpha-methylhistamine}.
   */
  private static String wholeWord(String window, int start) {
    int from = start;
    while (from > 0 && !Character.isWhitespace(window.charAt(from - 1))) {
      from--;
    }
    String whole = window.substring(from).strip();
    int inner = start;
    while (inner > from && "([{".indexOf(window.charAt(inner - 1)) < 0) {
      inner--;
    }
    return Brackets.balanced(whole) ? whole : window.substring(inner).strip();
  }

  private static boolean plausible(String shortForm, String longForm) {
    if (longForm.length() <= shortForm.length()
        || longForm.split("\\s+").length
            > Math.min(longest(shortForm), shortForm.length() + SPARE_WORDS)) {
      return false;
    }
    for (String word : longForm.split("[\\s-]+")) {
      if (word.equals(shortForm)) {
        return false;
      }
    }
    return Brackets.balanced(longForm);
  }

  private static String lastWords(String text, int most) {
    int at = text.length();
    int words = 0;
    while (at > 0) {
      while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
        at--;
      }
      if (at == 0 || words == most) {
        break;
      }
      while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
        at--;
      }
      words++;
    }
    return text.substring(at).strip();
  }
}
