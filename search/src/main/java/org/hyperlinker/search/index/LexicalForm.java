package org.hyperlinker.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name without what rarely tells two names apart: case and everything that is no letter or digit.
 * Word order stays.
 *
 * @param text words in lower case, parted by single blanks; may be empty
 */
record LexicalForm(String text) {

  /** Beyond it a name is a sentence; it also keeps queries within Lucene's limits. */
  private static final int LONGEST = 200;

  private static final int GRAM = 3;

  static LexicalForm of(String name) {
    StringBuilder text = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .limit(LONGEST)
        .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
        .filter(c -> c != ' ' || (!text.isEmpty() && text.charAt(text.length() - 1) != ' '))
        .forEachOrdered(text::appendCodePoint);
    return new LexicalForm(text.toString().strip());
  }

  List<String> words() {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  /** Three letters in a row, with a blank at either end of the name. */
  List<String> grams() {
    List<String> grams = new ArrayList<>();
    if (!text.isEmpty()) {
      int[] points = (" " + text + " ").codePoints().toArray();
      for (int at = 0; at + GRAM <= points.length; at++) {
        grams.add(new String(points, at, GRAM));
      }
    }
    return grams;
  }
}
