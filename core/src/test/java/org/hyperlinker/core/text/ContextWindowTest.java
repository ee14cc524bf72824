package org.hyperlinker.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.hyperlinker.core.corpus.Span;
import org.junit.jupiter.api.Test;

class ContextWindowTest {

  private static final String TEXT = "Naloxone reverses the effect of clonidine in rats.";
  private static final Span CLONIDINE = new Span(32, 41);

  @Test
  void charactersCutWordsAsTheStudyDid() {
    assertThat(new ContextWindow(8, WindowUnit.CHARACTERS).cut(TEXT, CLONIDINE))
        .isEqualTo("of clonidine in");
    assertThat(new ContextWindow(12, WindowUnit.CHARACTERS).cut(TEXT, CLONIDINE))
        .isEqualTo("ct of clonidine in ra");
  }

  @Test
  void wholeWordsLeaveOutWhatWouldBeCut() {
    assertThat(new ContextWindow(12, WindowUnit.WHOLE_WORDS).cut(TEXT, CLONIDINE))
        .isEqualTo("of clonidine in");
  }

  @Test
  void tokensCountWordsAndPunctuation() {
    assertThat(new ContextWindow(6, WindowUnit.TOKENS).cut(TEXT, CLONIDINE))
        .isEqualTo("the effect of clonidine in rats.");
    assertThat(new ContextWindow(2, WindowUnit.TOKENS).cut(TEXT, CLONIDINE))
        .isEqualTo("of clonidine in");
  }

  @Test
  void theWindowStandsAtTheMentionsOwnPlaceNotAtItsFirstOccurrence() {
    String text = "pain after surgery; later the pain was gone";
    Span second = new Span(30, 34);
    assertThat(new ContextWindow(16, WindowUnit.CHARACTERS).cut(text, second))
        .isEqualTo("ter the pain was gon".strip());
  }

  @Test
  void aMentionOutsideItsTextIsRefused() {
    assertThatThrownBy(() -> new ContextWindow(8, WindowUnit.CHARACTERS).cut("ab", CLONIDINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outside");
  }

  @Property
  void everyWindowHoldsItsMention(
      @ForAll @AlphaChars @StringLength(min = 0, max = 40) String left,
      @ForAll @AlphaChars @StringLength(min = 1, max = 10) String mention,
      @ForAll @StringLength(min = 0, max = 40) String right,
      @ForAll @IntRange(min = 0, max = 100) int size,
      @ForAll WindowUnit unit) {
    String text = left + " " + mention + " " + right;
    Span span = new Span(left.length() + 1, left.length() + 1 + mention.length());
    assertThat(new ContextWindow(size, unit).cut(text, span)).contains(mention);
  }
}
