package org.hyperlinker.model.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final int CAPACITY = 20;
  private static final int OVERLAP = 5;

  @Property(tries = 300, seed = "42")
  void everyWordIsScoredOnceByAWindowThatHoldsIt(
      @ForAll @Size(max = 120) List<@IntRange(min = 1, max = 15) Integer> pieces,
      @ForAll List<@IntRange(min = 0, max = 119) Integer> begins) {
    int[] sizes = pieces.stream().mapToInt(Integer::intValue).toArray();
    BitSet sentences = new BitSet();
    begins.stream().filter(begin -> begin < sizes.length).forEach(sentences::set);
    int next = 0;
    for (Window window : Window.over(sizes, sentences, CAPACITY, OVERLAP)) {
      assertThat(window.keepFrom()).isEqualTo(next).isGreaterThanOrEqualTo(window.first());
      assertThat(window.keepTo()).isGreaterThan(next).isLessThanOrEqualTo(window.end());
      assertThat(Arrays.stream(sizes, window.first(), window.end()).sum())
          .isLessThanOrEqualTo(CAPACITY);
      next = window.keepTo();
    }
    assertThat(next).isEqualTo(sizes.length);
  }

  @Test
  void windowsEndAndBeginWithSentences() {
    int[] sizes = new int[30];
    Arrays.fill(sizes, 1);
    BitSet sentences = new BitSet();
    sentences.set(0);
    sentences.set(15);
    sentences.set(18);
    assertThat(Window.over(sizes, sentences, CAPACITY, OVERLAP))
        .containsExactly(new Window(0, 18, 0, 17), new Window(15, 30, 17, 30));
  }

  @Test
  void withoutSentencesAWindowIsFull() {
    int[] sizes = new int[30];
    Arrays.fill(sizes, 1);
    assertThat(Window.over(sizes, new BitSet(), CAPACITY, 4))
        .containsExactly(new Window(0, 20, 0, 18), new Window(16, 30, 18, 30));
  }

  @Test
  void aWordThatNoWindowHoldsIsRefused() {
    assertThatThrownBy(() -> Window.over(new int[] {1, 21}, new BitSet(), CAPACITY, OVERLAP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("word 1 has no room");
  }
}
