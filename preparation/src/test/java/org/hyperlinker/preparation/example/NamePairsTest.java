package org.hyperlinker.preparation.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.preparation.example.NamePairSettings.Partner;
import org.junit.jupiter.api.Test;

class NamePairsTest {

  @Test
  void pairsEveryNameWithThePreferredOne() {
    assertThat(pairs(Fixture.ontology(), new NamePairSettings(Partner.PREFERRED_NAME, 9, true, 1)))
        .contains(
            "name:D1:0 Heart Attack -> Myocardial Infarction",
            "name:D3:1 Kidney Failure -> Renal Insufficiency")
        .hasSize(6);
  }

  @Test
  void pairsNamesBothWays() {
    assertThat(pairs(Fixture.ontology(), new NamePairSettings(Partner.ANY_NAME, 99, true, 1)))
        .contains(
            "name:D2:0 Aspirin -> Acetylsalicylic Acid",
            "name:D2:1 Acetylsalicylic Acid -> Aspirin")
        .hasSize(2 + 2 + 6 + 2 + 2)
        .allMatch(pair -> !pair.contains("D6"));
  }

  @Test
  void leavesOutPermutedNames() {
    Concept concept =
        new Concept(
            new ConceptId("D1"),
            ConceptKind.DESCRIPTOR,
            List.of(
                ConceptName.preferred("Myocardial Infarction"),
                new ConceptName("Infarction, Myocardial", NameKind.SYNONYM, true, "")),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    KnowledgeBase one = new KnowledgeBase(List.of(concept));

    assertThat(pairs(one, new NamePairSettings(Partner.ANY_NAME, 9, true, 1))).hasSize(2);
    assertThat(pairs(one, new NamePairSettings(Partner.ANY_NAME, 9, false, 1))).isEmpty();
  }

  @Property(tries = 100)
  void drawsDifferentPairsUpToTheCap(
      @ForAll @IntRange(min = 1, max = 12) int names,
      @ForAll @IntRange(min = 1, max = 40) int cap,
      @ForAll long seed,
      @ForAll Partner partner) {
    String[] synonyms = new String[names - 1];
    for (int i = 0; i < synonyms.length; i++) {
      synonyms[i] = "synonym " + i;
    }
    KnowledgeBase one = new KnowledgeBase(List.of(Concept.named("D1", "preferred", synonyms)));
    NamePairSettings settings = new NamePairSettings(partner, cap, true, seed);
    int possible = partner == Partner.PREFERRED_NAME ? names - 1 : names * (names - 1);

    NamePairs pairs = new NamePairs(one, ItemTemplate.NAME_ONLY, settings);
    List<Example> drawn = new ArrayList<>();
    pairs.forEach(drawn::add);

    assertThat(drawn).hasSize(Math.min(cap, possible)).isEqualTo(list(pairs));
    assertThat(drawn)
        .allSatisfy(
            pair ->
                assertThat(pair.query().content()).isNotEqualTo(pair.items().getFirst().content()));
    assertThat(drawn)
        .extracting(pair -> pair.query().content() + "|" + pair.items().getFirst().content())
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesACapBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NamePairSettings(Partner.ANY_NAME, 0, true, 1));
  }

  private static List<Example> list(Iterable<Example> examples) {
    List<Example> list = new ArrayList<>();
    examples.forEach(list::add);
    return list;
  }

  private static List<String> pairs(KnowledgeBase knowledgeBase, NamePairSettings settings) {
    return list(new NamePairs(knowledgeBase, ItemTemplate.NAME_ONLY, settings)).stream()
        .map(
            pair ->
                pair.query().id()
                    + " "
                    + pair.query().content()
                    + " -> "
                    + pair.items().getFirst().content())
        .toList();
  }
}
