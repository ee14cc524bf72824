package org.hyperlinker.core.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyTest {

  private static final Concept HEART = concept("D002318", "Cardiovascular Diseases", "C14");
  private static final Concept VESSELS = concept("D014652", "Vascular Diseases", "C14.907");
  private static final Concept ISCHEMIA =
      concept("D007511", "Ischemia", "C14.907.553", "C23.550.513");
  private static final Concept PATHOLOGIC = concept("D010335", "Pathologic Processes", "C23.550");
  private static final Concept INFARCTION =
      concept("D007238", "Infarction", "C23.550.513.355", "C14.907.553.355");
  private static final Concept ELSEWHERE = concept("C000001", "a supplementary record");

  private static final Hierarchy HIERARCHY =
      hierarchy(HEART, VESSELS, ISCHEMIA, PATHOLOGIC, INFARCTION, ELSEWHERE);

  private static Concept concept(String id, String name, String... numbers) {
    return new Concept(
        new ConceptId(id),
        ConceptKind.DESCRIPTOR,
        List.of(ConceptName.preferred(name)),
        List.of(),
        List.of(numbers),
        List.of(),
        List.of());
  }

  private static Hierarchy hierarchy(Concept... concepts) {
    return Hierarchy.of(new KnowledgeBase(List.of(concepts)));
  }

  @Test
  void eachPlaceHasTheConceptsAboveItFromTheTop() {
    assertThat(HIERARCHY.places(INFARCTION))
        .containsExactly(
            new Hierarchy.Place("C23.550.513.355", List.of(PATHOLOGIC, ISCHEMIA)),
            new Hierarchy.Place("C14.907.553.355", List.of(HEART, VESSELS, ISCHEMIA)));
  }

  @Test
  void theTopHasNothingAboveItAndOthersNoPlace() {
    assertThat(HIERARCHY.places(HEART)).containsExactly(new Hierarchy.Place("C14", List.of()));
    assertThat(HIERARCHY.places(ELSEWHERE)).isEmpty();
  }

  @Test
  void aNumberNamesItsConcept() {
    assertThat(HIERARCHY.at("C14.907")).contains(VESSELS);
    assertThat(HIERARCHY.at("C14.9")).isEmpty();
    assertThat(HIERARCHY.at("C23")).isEmpty();
  }

  @Test
  void aNumberOfSeveralConceptsIsNoPlaceOfAny() {
    Concept one = concept("X1", "one", "T047");
    Concept other = concept("X2", "other", "T047");
    Concept third = concept("X3", "third", "T047");
    Concept below = concept("X4", "below", "T047.1");
    Hierarchy shared = hierarchy(one, other, third, below);
    assertThat(shared.at("T047")).isEmpty();
    assertThat(shared.places(below)).containsExactly(new Hierarchy.Place("T047.1", List.of()));
  }

  @Test
  void aNumberThatAConceptHasTwiceIsStillItsOwn() {
    Concept twice = concept("X1", "one", "A1", "A1");
    assertThat(hierarchy(twice).at("A1")).contains(twice);
  }
}
