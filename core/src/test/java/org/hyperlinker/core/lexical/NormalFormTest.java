package org.hyperlinker.core.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Haemorrhages | hemorrhage",
        "oedema | Edema",
        "tumours | tumor",
        "Leucopenia | leukopenia",
        "sulphonamide | Sulfonamides",
        "α-methyldopa | alpha methyldopa",
        "Parkinson's disease | Parkinson Disease",
        "Parkinson’s disease | parkinsons disease",
        "5-fluorouracil | 5 Fluorouracil",
        "beta-blocker | betablockers",
        "Neoplasms, Breast | breast neoplasm",
        "Failure, Kidney, Acute | acute kidney failure",
        "biopsies | Biopsy",
        "Thromboses | thrombosis",
        "naïve | naive",
        "fibre | fiber",
      })
  void variantsOfANameAreOne(String left, String right) {
    assertThat(NormalForm.of(left).ordered()).isEqualTo(NormalForm.of(right).ordered());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "factor II | factor III",
        "factor II | factor 2",
        "1,2-dichloroethane | 2,1-dichloroethane",
        "breast cancer | cancer of the breast",
        "virus | viru",
        "glass | glas",
      })
  void differentNamesStayDifferent(String left, String right) {
    assertThat(NormalForm.of(left).ordered()).isNotEqualTo(NormalForm.of(right).ordered());
  }

  @Test
  void theBagKnowsNoOrderAndNoPrepositions() {
    assertThat(NormalForm.of("cancer of the breast").bag())
        .isEqualTo(NormalForm.of("Breast Cancers").bag())
        .isEqualTo("breast cancer");
    assertThat(NormalForm.of("? !").bag()).isEmpty();
    assertThat(NormalForm.of("? !").ordered()).isEmpty();
  }

  @Property
  void caseDoesNotMatter(@ForAll @AlphaChars @StringLength(max = 12) String word) {
    assertThat(NormalForm.of(word.toUpperCase(Locale.ROOT)))
        .isEqualTo(NormalForm.of(word.toLowerCase(Locale.ROOT)));
  }

  @Property
  void hyphensAreBlanks(
      @ForAll @AlphaChars @StringLength(min = 1, max = 8) String left,
      @ForAll @AlphaChars @StringLength(min = 1, max = 8) String right) {
    assertThat(NormalForm.of(left + "-" + right)).isEqualTo(NormalForm.of(left + " " + right));
  }

  @Property
  void likenessIsSymmetricAndOneForEqualTexts(@ForAll String left, @ForAll String right) {
    Trigrams a = Trigrams.of(left);
    Trigrams b = Trigrams.of(right);
    assertThat(a.likeness(b)).isEqualTo(b.likeness(a)).isBetween(0.0, 1.0);
    assertThat(a.likeness(a)).isEqualTo(NormalForm.words(left).isEmpty() ? a.likeness(a) : 1.0);
  }

  @Test
  void likeNamesShareMostTrigrams() {
    assertThat(Trigrams.of("hypertension").likeness(Trigrams.of("hypotension")))
        .isBetween(0.4, 0.9);
    assertThat(Trigrams.of("fever").likeness(Trigrams.of("asthma"))).isZero();
  }
}
