package org.hyperlinker.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class CodePointsTest {

  @Property
  void agreesWithCountingFromTheStart(
      @ForAll
          @Chars({'a', 'é'})
          @CharRange(from = '\uD83C', to = '\uD83D')
          @CharRange(from = '\uDC00', to = '\uDC01')
          String text) {
    CodePoints points = new CodePoints(text);

    assertThat(points.units()).isEqualTo(text.length());
    assertThat(points.length()).isEqualTo(text.codePointCount(0, text.length()));
    for (int point = 0; point <= points.length(); point++) {
      int unit = text.offsetByCodePoints(0, point);
      assertThat(points.unit(point)).isEqualTo(unit);
      assertThat(points.codePoint(unit)).isEqualTo(point);
    }
  }

  @Test
  void bothHalvesOfAPairBelongToItsCodePoint() {
    CodePoints points = new CodePoints("a😀b");

    assertThat(points.codePoint(1)).isEqualTo(1);
    assertThat(points.codePoint(2)).isEqualTo(1);
    assertThat(points.codePoint(3)).isEqualTo(2);
  }
}
