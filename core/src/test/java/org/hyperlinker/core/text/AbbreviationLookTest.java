package org.hyperlinker.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbbreviationLookTest {

  @ParameterizedTest
  @CsvSource({
    "MI, true",
    "5-FU, true",
    "HCTZ, true",
    "I, false",
    "Lithium, false",
    "NaCl2, false",
    "COCAINE, false",
    "A B C, false"
  })
  void byLook(String words, boolean expected) {
    assertThat(AbbreviationLook.of(words)).isEqualTo(expected);
  }
}
