package org.hyperlinker.core.abbreviation;

import java.util.Arrays;

/** Round and square brackets in a text. */
final class Brackets {

  private Brackets() {}

  static boolean opens(char c) {
    return c == '(' || c == '[';
  }

  static boolean closes(char c) {
    return c == ')' || c == ']';
  }

  /** For each place at which a bracket opens where it closes; -1 everywhere else. */
  static int[] closing(String text) {
    int[] closing = new int[text.length()];
    Arrays.fill(closing, -1);
    int[] open = new int[text.length()];
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      if (opens(text.charAt(at))) {
        open[depth++] = at;
      } else if (closes(text.charAt(at)) && depth > 0) {
        closing[open[--depth]] = at;
      }
    }
    return closing;
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
