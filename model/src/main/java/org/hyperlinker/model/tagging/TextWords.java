package org.hyperlinker.model.tagging;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text as words: runs of letters and digits with their marks, and every other visible character
 * by itself.
 *
 * @param starts the first UTF-16 unit of each word
 * @param ends one past the last unit of each
 * @param sentences the words that begin a sentence, the first among them
 */
record TextWords(List<Integer> starts, List<Integer> ends, BitSet sentences) {

  static TextWords of(String text) {
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    BitSet sentences = new BitSet();
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int end = at + Character.charCount(c);
      if (!isBlank(c)) {
        while (Character.isLetterOrDigit(c) && end < text.length() && goesOn(text, end)) {
          end += Character.charCount(text.codePointAt(end));
        }
        int last = ends.isEmpty() ? 0 : ends.getLast();
        if (ends.isEmpty() || beginsSentence(text, last, at)) {
          sentences.set(starts.size());
        }
        starts.add(at);
        ends.add(end);
      }
      at = end;
    }
    return new TextWords(starts, ends, sentences);
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean goesOn(String text, int at) {
    int c = text.codePointAt(at);
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Behind a stop and a blank, but not with a small letter; behind an empty line. */
  private static boolean beginsSentence(String text, int last, int at) {
    boolean stop = last > 0 && ".?!".indexOf(text.charAt(last - 1)) >= 0;
    boolean line = text.substring(last, at).chars().filter(c -> c == '\n').count() > 1;
    return line || stop && at > last && !Character.isLowerCase(text.codePointAt(at));
  }
}
