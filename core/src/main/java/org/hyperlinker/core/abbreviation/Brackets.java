package org.hyperlinker.core.abbreviation;

/** Round and square brackets in a text. */
final class Brackets {

  private Brackets() {}

  static boolean opens(char c) {
    return c == '(' || c == '[';
  }

  static boolean closes(char c) {
    return c == ')' || c == ']';
  }

  /** Where the bracket that opens at {@code open} closes; -1 if it does not. */
  static int closing(String text, int open) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      if (opens(text.charAt(at))) {
        depth++;
      } else if (closes(text.charAt(at)) && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** Whether each bracket closes, and none that did not open. */
  static boolean balanced(String text) {
    int depth = 0;
    for (int at = 0; at < text.length() && depth >= 0; at++) {
      if (opens(text.charAt(at))) {
        depth++;
      } else if (closes(text.charAt(at))) {
        depth--;
      }
    }
    return depth == 0;
  }
}
