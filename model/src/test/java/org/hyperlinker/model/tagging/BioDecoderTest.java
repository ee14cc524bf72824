package org.hyperlinker.model.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BioDecoderTest {

  private static final int MOST_WORDS = 5;

  @Property(tries = 300, seed = "42")
  void findsWhatTryingEverySequenceFinds(
      @ForAll @IntRange(min = 1, max = MOST_WORDS) int words,
      @ForAll @IntRange(min = 1, max = 2) int types,
      @ForAll @Size(25) List<@FloatRange(min = -4, max = 4) Float> numbers) {
    int tags = 1 + 2 * types;
    float[][] scores = new float[words][tags];
    for (int word = 0; word < words; word++) {
      for (int tag = 0; tag < tags; tag++) {
        scores[word][tag] = numbers.get(word * tags + tag);
      }
    }
    int[] decoded = BioDecoder.decode(scores);
    assertThat(isAllowed(decoded)).isTrue();
    assertThat(sum(scores, decoded)).isCloseTo(best(scores, new int[words], 0), within(1e-6));
  }

  /** The largest sum of an allowed sequence that goes on with any tags from a word on. */
  private static double best(float[][] scores, int[] tags, int word) {
    if (word == tags.length) {
      return isAllowed(tags) ? sum(scores, tags) : Double.NEGATIVE_INFINITY;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int tag = 0; tag < scores[word].length; tag++) {
      tags[word] = tag;
      best = Math.max(best, best(scores, tags, word + 1));
    }
    return best;
  }

  /** Written down anew: each even tag stands behind itself or the one below. */
  private static boolean isAllowed(int[] tags) {
    for (int word = 0; word < tags.length; word++) {
      int before = word == 0 ? 0 : tags[word - 1];
      boolean inside = tags[word] != 0 && tags[word] % 2 == 0;
      if (inside && (before + 1) / 2 != tags[word] / 2) {
        return false;
      }
    }
    return true;
  }

  private static double sum(float[][] scores, int[] tags) {
    double sum = 0;
    for (int word = 0; word < tags.length; word++) {
      sum += scores[word][tags[word]];
    }
    return sum;
  }

  @Test
  void anInnerWordWithoutABeginningGetsOne() {
    float[][] scores = {{0, 1, 0, 0, 0}, {0, 0, 0, 0, 9}};
    assertThat(BioDecoder.decode(scores)).isEqualTo(new int[] {3, 4});
  }

  @Test
  void noWordsHaveNoTags() {
    assertThat(BioDecoder.decode(new float[0][])).isEmpty();
    assertThat(Arrays.stream(BioDecoder.decode(new float[][] {{0, 0, 5}})).boxed())
        .containsExactly(0);
  }
}
