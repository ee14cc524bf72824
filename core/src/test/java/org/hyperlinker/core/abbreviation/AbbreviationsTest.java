package org.hyperlinker.core.abbreviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbbreviationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the role of heat shock transcription factor 1 (HSF1) in cells | HSF1"
            + " | heat shock transcription factor 1",
        "treated with ethylenediaminetetraacetic acid (EDTA). | EDTA"
            + " | ethylenediaminetetraacetic acid",
        "patients with acute renal failure [ARF] died | ARF | acute renal failure",
        "HMG-CoA (3-hydroxy-3-methylglutaryl coenzyme A) | HMG-CoA"
            + " | 3-hydroxy-3-methylglutaryl coenzyme A",
        "MI (myocardial infarction) was seen | MI | myocardial infarction",
        "angiotensin converting enzyme inhibitors (ACEIs) | ACEIs"
            + " | angiotensin converting enzyme inhibitors",
        "left ventricular (LV; n = 5) function | LV | left ventricular",
        "gamma-aminobutyric acid (GABA, 5 mg/kg) | GABA | gamma-aminobutyric acid",
        "1,2-dimethylhydrazine (1,2-DMH) | 1,2-DMH | 1,2-dimethylhydrazine",
        "agonist (R)-alpha-methylhistamine (RAMH) | RAMH | (R)-alpha-methylhistamine",
        "cyproterone acetate combined with ethinyl estradiol (CPA/EE) | CPA | cyproterone acetate",
        "cyproterone acetate combined with ethinyl estradiol (CPA/EE) | EE | ethinyl estradiol",
        "antituberculosis therapy (ATT)-associated acute liver failure (ATT-ALF) | ALF"
            + " | acute liver failure",
        "chronic obstructive pulmonary disease, or COPD, is | COPD"
            + " | chronic obstructive pulmonary disease",
        "the water (as seen) was | as seen | NONE",
        "a rise (P < 0.05) in pressure | P < 0.05 | NONE",
        "an unclosed bracket (UCB | UCB | NONE",
      })
  void definitionsAreFound(String text, String shortForm, String longForm) {
    assertThat(Abbreviations.of(text).longForms().getOrDefault(shortForm, "NONE"))
        .isEqualTo(longForm);
  }

  @Test
  void theFirstDefinitionCountsForTheWholeDocument() {
    Document document =
        document(
            passage(0, "Effects of magnesium ion (MI)."),
            passage(100, "Myocardial infarction (MI) in rats."));
    assertThat(Abbreviations.of(document).longForms()).isEqualTo(Map.of("MI", "magnesium ion"));
  }

  @Test
  void markedMentionsInBracketsAreDefinedByTheMentionBefore() {
    String text = "After calcium chloride (CaCl(2))-induced injury by ifosfamide (IFX, 2 g).";
    Document document =
        document(
            new Passage(
                "",
                50,
                text,
                List.of(
                    mention(text, "calcium chloride"),
                    mention(text, "CaCl(2)"),
                    mention(text, "ifosfamide"),
                    mention(text, "IFX")),
                Map.of()));
    assertThat(Abbreviations.of(document).longForms())
        .isEqualTo(Map.of("CaCl(2)", "calcium chloride", "IFX", "ifosfamide"));
  }

  private static Mention mention(String text, String words) {
    int at = 50 + text.indexOf(words);
    return Mention.at(new Span(at, at + words.length()), words);
  }

  @ParameterizedTest
  @CsvSource({
    "LV, left ventricular",
    "LV dysfunction, left ventricular dysfunction",
    "LV-dysfunction, left ventricular-dysfunction",
    "LVs, left ventricular",
    "left ventricular (LV), NONE",
    "LVEF, NONE",
    "lv, NONE",
  })
  void shortFormsAreWrittenOutWhereTheyAreWords(String mention, String expanded) {
    Abbreviations abbreviations = Abbreviations.of("left ventricular (LV) failure");
    assertThat(abbreviations.expand(mention).orElse("NONE")).isEqualTo(expanded);
  }

  @ParameterizedTest
  @CsvSource({"ACEI, ACE inhibitors", "vitamin A, NONE", "hepatitis A, NONE", "As, arsenic"})
  void onlyAShortFormsOwnSingularIsKnownByIt(String mention, String expanded) {
    Abbreviations abbreviations =
        Abbreviations.of("Of ACE inhibitors (ACEIs) and exposure to arsenic (As) we know little.");
    assertThat(abbreviations.expand(mention).orElse("NONE")).isEqualTo(expanded);
  }

  /** Each of these takes minutes to hours where every way to part it is tried. */
  @Test
  @Timeout(20)
  void longTextsOfOneKindTakeNoLonger() {
    for (String kind : List.of("(", "[(", " ", " ,", ".", "\"", " or", "(a) ")) {
      String text = "heart attack (HA) " + kind.repeat(50_000);
      assertThat(Abbreviations.of(text).longForms()).containsEntry("HA", "heart attack");
    }
    String inBrackets = "heart attack (HA) (" + " ,".repeat(490) + ")";
    assertThat(Abbreviations.of(inBrackets.repeat(20)).longForms()).containsKey("HA");
  }

  @Test
  void withoutDefinitionsNothingIsWrittenOut() {
    assertThat(Abbreviations.NONE.expand("LV")).isEmpty();
  }

  /**
   * Initials of any words are found again, whatever the words are. A word is longer than all
   * initials together, since a long form no longer than its short form counts for nothing.
   */
  @Property
  void initialsAreFound(
      @ForAll @Size(min = 2, max = 6)
          List<@StringLength(min = 7, max = 12) @CharRange(from = 'a', to = 'z') String> words) {
    StringBuilder initials = new StringBuilder();
    words.forEach(word -> initials.append(Character.toUpperCase(word.charAt(0))));
    String text = "We saw " + String.join(" ", words) + " (" + initials + ") here";
    String found = Abbreviations.of(text).longForms().get(initials.toString());
    assertThat(found).isNotNull();
    assertThat(text).contains(found + " (" + initials);
    assertThat(Character.toUpperCase(found.charAt(0))).isEqualTo(initials.charAt(0));
  }

  /** Whatever the text: no failure, short forms are shorter, and both stand in the text. */
  @Property
  void findingsStandInTheText(@ForAll @CharRange(from = ' ', to = 'z') String text) {
    Abbreviations.of(text)
        .longForms()
        .forEach(
            (shortForm, longForm) -> {
              assertThat(text).contains(shortForm).contains(longForm);
              assertThat(longForm.length()).isGreaterThan(shortForm.length());
            });
  }

  private static Passage passage(int offset, String text) {
    return new Passage("", offset, text, new ArrayList<>(), Map.of());
  }

  private static Document document(Passage... passages) {
    return new Document("1", List.of(passages), List.of(), Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "MI, true",
    "5-FU, true",
    "HCTZ, true",
    "I, false",
    "Lithium, false",
    "NaCl2, false",
    "COCAINE, false",
    "A B C, false",
    "-FU, false"
  })
  void byLookWhereNothingIsDefined(String words, boolean expected) {
    assertThat(Abbreviations.looksLikeOne(words)).isEqualTo(expected);
    assertThat(Abbreviations.NONE.isOne(words)).isEqualTo(expected);
  }

  @Test
  void whatTheDocumentDefinesIsAnAbbreviationWhateverItsLook() {
    Abbreviations abbreviations = Abbreviations.of("Heart failure (HeFail) is common.");
    assertThat(abbreviations.isOne("HeFail")).isTrue();
    assertThat(abbreviations.isOne("HeFall")).isFalse();
    assertThat(abbreviations.isOne("HeFail of the left side")).isFalse();
  }
}
