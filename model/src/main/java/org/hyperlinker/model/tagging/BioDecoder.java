package org.hyperlinker.model.tagging;

/** The best sequence of tags that is one: Viterbi's algorithm with forbidden transitions. */
public final class BioDecoder {

  private BioDecoder() {}

  /**
   * The sequence with the largest sum of scores among those in which every inner tag stands behind
   * its type's; of equal ones the same at each call.
   *
   * @param scores {@code (words, tags)}, any real numbers; they are comparable within a word
   * @return a tag for each word
   */
  public static int[] decode(float[][] scores) {
    int words = scores.length;
    if (words == 0) {
      return new int[0];
    }
    int tags = scores[0].length;
    int[][] before = new int[words][tags];
    double[] best = new double[tags];
    for (int tag = 0; tag < tags; tag++) {
      best[tag] =
          TagScheme.mayFollow(TagScheme.OUTSIDE, tag) ? scores[0][tag] : Double.NEGATIVE_INFINITY;
    }
    for (int word = 1; word < words; word++) {
      double[] next = new double[tags];
      for (int tag = 0; tag < tags; tag++) {
        int from = bestBefore(best, tag);
        before[word][tag] = from;
        next[tag] = best[from] + scores[word][tag];
      }
      best = next;
    }
    int[] decoded = new int[words];
    for (int tag = 1; tag < tags; tag++) {
      if (best[tag] > best[decoded[words - 1]]) {
        decoded[words - 1] = tag;
      }
    }
    for (int word = words - 1; word > 0; word--) {
      decoded[word - 1] = before[word][decoded[word]];
    }
    return decoded;
  }

  private static int bestBefore(double[] best, int tag) {
    if (TagScheme.isInside(tag)) {
      return best[tag - 1] >= best[tag] ? tag - 1 : tag;
    }
    int from = 0;
    for (int other = 1; other < best.length; other++) {
      if (best[other] > best[from]) {
        from = other;
      }
    }
    return from;
  }
}
