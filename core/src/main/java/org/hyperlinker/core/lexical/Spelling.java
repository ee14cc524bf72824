package org.hyperlinker.core.lexical;

/**
 * Evens out plurals and the British spelling of a lower-case word. The result need not be a word:
 * what counts is that variants of one word meet and that different words rarely do.
 */
final class Spelling {

  /** Shorter words are abbreviations and numerals as often as words. */
  private static final int SHORTEST = 4;

  private Spelling() {}

  static String even(String word) {
    return word.length() < SHORTEST ? word : american(singular(word));
  }

  private static String singular(String word) {
    int length = word.length();
    if (word.endsWith("ies") && length > SHORTEST) {
      return word.substring(0, length - 3) + "y";
    }
    if (word.endsWith("xes")
        || word.endsWith("ches")
        || word.endsWith("shes")
        || word.endsWith("sses")) {
      return word.substring(0, length - 2);
    }
    if (word.endsWith("oses") || word.endsWith("yses") || word.endsWith("ases") && length > 8) {
      return word.substring(0, length - 2) + (word.endsWith("ases") ? "e" : "is");
    }
    boolean plural = word.charAt(length - 1) == 's' && "siu".indexOf(word.charAt(length - 2)) < 0;
    return plural ? word.substring(0, length - 1) : word;
  }

  private static String american(String word) {
    String even =
        word.replace("ae", "e")
            .replace("oe", "e")
            .replace("sulph", "sulf")
            .replace("leuco", "leuko")
            .replace("aluminium", "aluminum")
            .replace("yse", "yze")
            .replace("ise", "ize")
            .replace("isat", "izat");
    if (even.length() > SHORTEST) {
      even = even.replace("our", "or");
      if (even.endsWith("bre") || even.endsWith("tre")) {
        even = even.substring(0, even.length() - 2) + "er";
      }
    }
    return even;
  }
}
