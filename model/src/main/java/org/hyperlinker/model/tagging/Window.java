package org.hyperlinker.model.tagging;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A run of a text's words that an encoder reads at once.
 *
 * @param first its first word
 * @param end one past its last
 * @param keepFrom the first word that is scored by this window and not by the one before
 * @param keepTo one past the last word that is scored by this window
 */
public record Window(int first, int end, int keepFrom, int keepTo) {

  /**
   * Windows over all words. Each ends at a sentence's end if one lies in its second half, and the
   * next one begins before that, at a sentence's beginning where the overlap has one. Within an
   * overlap each word is scored by the window in which it is further from the border.
   *
   * @param sizes pieces of each word, none above {@code capacity - overlap}
   * @param sentences the words that begin a sentence
   * @param capacity pieces of a window at most
   * @param overlap pieces that two windows share at most, below {@code capacity}
   */
  public static List<Window> over(int[] sizes, BitSet sentences, int capacity, int overlap) {
    List<Window> windows = new ArrayList<>();
    int first = 0;
    int kept = 0;
    int reached = 0;
    while (kept < sizes.length) {
      int end = fill(sizes, first, capacity);
      if (end <= reached) {
        throw new IllegalArgumentException(
            "word " + end + " has no room in a window of " + capacity + " pieces");
      }
      if (end == sizes.length) {
        windows.add(new Window(first, end, kept, end));
        return windows;
      }
      int sentence = sentences.previousSetBit(end);
      if (sentence > Math.max(reached, first + (end - first) / 2)) {
        end = sentence;
      }
      int next = back(sizes, sentences, first, end, overlap);
      int keepTo = (next + end + 1) / 2;
      windows.add(new Window(first, end, kept, keepTo));
      first = next;
      kept = keepTo;
      reached = end;
    }
    return windows;
  }

  private static int fill(int[] sizes, int first, int capacity) {
    int end = first;
    int room = capacity;
    while (end < sizes.length && sizes[end] <= room) {
      room -= sizes[end++];
    }
    return end;
  }

  /** Where the next window begins, behind the first word of this one. */
  private static int back(int[] sizes, BitSet sentences, int first, int end, int overlap) {
    int next = end;
    int room = overlap;
    while (next > first + 1 && sizes[next - 1] <= room) {
      room -= sizes[--next];
    }
    int sentence = sentences.nextSetBit(next);
    return sentence >= 0 && sentence < end ? sentence : next;
  }
}
