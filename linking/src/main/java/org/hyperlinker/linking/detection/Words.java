package org.hyperlinker.linking.detection;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.lexical.NormalForm;

/**
 * A text as words: runs of letters, digits and their marks.
 *
 * @param text the text
 * @param words in text order
 */
record Words(String text, List<Word> words) {

  /** Words of a name at most; longer names are rare in running text. */
  static final int LONGEST = 8;

  /** Other characters that may stand between two words of a name. */
  private static final int WIDEST_GAP = 4;

  /**
   * A word.
   *
   * @param start its first UTF-16 unit in the text
   * @param end one past its last
   * @param form its part of an ordered normal form; empty for the {@code s} of a possessive
   * @param broken whether no name goes on from the word before to this one
   */
  record Word(int start, int end, String form, boolean broken) {}

  static Words of(String text) {
    List<Word> words = new ArrayList<>();
    int last = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (!Character.isLetterOrDigit(c)) {
        at += Character.charCount(c);
        continue;
      }
      int end = end(text, at);
      String word = text.substring(at, end);
      words.add(new Word(at, end, form(text, at, word), broken(text, last, at)));
      last = end;
      at = end;
    }
    return new Words(text, words);
  }

  private static int end(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static String form(String text, int start, String word) {
    boolean possessive =
        word.equals("s") && start > 0 && "'’`".indexOf(text.charAt(start - 1)) >= 0;
    return possessive ? "" : String.join("", NormalForm.words(word));
  }

  /** A sentence's end, the commas and colons of a list, or more than a name has between words. */
  private static boolean broken(String text, int from, int to) {
    boolean blank = text.substring(from, to).isBlank();
    if (!blank && to - from > WIDEST_GAP) {
      return true;
    }
    for (int at = from; at + 1 < to; at++) {
      char c = text.charAt(at);
      boolean spaced = Character.isWhitespace(text.charAt(at + 1));
      boolean stop = ".?!".indexOf(c) >= 0 && !Character.isLowerCase(text.codePointAt(to));
      if (spaced && (stop || ",;:".indexOf(c) >= 0) || c == '\n' && text.charAt(at + 1) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Whether the words from one to another, inclusive, may be one name. */
  boolean joint(int first, int last) {
    for (int i = first + 1; i <= last; i++) {
      if (words.get(i).broken()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where a name of these words ends, with the brackets that it opened.
   *
   * @return one past its last unit; -1 if its brackets do not match
   */
  int end(int first, int last) {
    int end = words.get(last).end();
    int depth = 0;
    for (int at = words.get(first).start(); at < end; at++) {
      char c = text.charAt(at);
      if (c == '(' || c == '[') {
        depth++;
      } else if ((c == ')' || c == ']') && --depth < 0) {
        return -1;
      }
    }
    while (depth > 0 && end < text.length() && ")]".indexOf(text.charAt(end)) >= 0) {
      end++;
      depth--;
    }
    return depth == 0 ? end : -1;
  }

  /** The ordered normal form of these words. */
  String form(int first, int last) {
    StringBuilder form = new StringBuilder();
    for (int i = first; i <= last; i++) {
      form.append(words.get(i).form());
    }
    return form.toString();
  }
}
