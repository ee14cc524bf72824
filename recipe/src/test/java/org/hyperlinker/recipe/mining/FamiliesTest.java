package org.hyperlinker.recipe.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.junit.jupiter.api.Test;

class FamiliesTest {

  private static final Families FAMILIES =
      new Families(
          new KnowledgeBase(
              List.of(
                  concept("D1", List.of("C10"), List.of()),
                  concept("D2", List.of("C10.1"), List.of()),
                  concept("D3", List.of("C10.2", "F01.7"), List.of()),
                  concept("D4", List.of("C10.2.5"), List.of()),
                  concept("D5", List.of("F01"), List.of()),
                  concept("C1", List.of(), List.of("D1")))));

  @Test
  void parentsComeFirstThenSiblingsOfEveryPlace() {
    assertThat(of("D3")).containsExactly("D1", "D5", "D2", "C1");
    assertThat(of("D4")).containsExactly("D3");
  }

  @Test
  void aSupplementaryConceptIsAChildOfItsHeadings() {
    assertThat(of("C1")).containsExactly("D1", "D2", "D3");
  }

  @Test
  void theTopOfABranchHasNoFamilyAndNoGoldConceptIsRelative() {
    assertThat(of("D1")).isEmpty();
    assertThat(of("D2", "D3")).containsExactly("D1", "D5", "C1");
  }

  private static List<String> of(String... gold) {
    Set<ConceptId> ids = new LinkedHashSet<>();
    for (String id : gold) {
      ids.add(new ConceptId(id));
    }
    return FAMILIES.of(ids).stream().map(ConceptId::value).toList();
  }

  private static Concept concept(String id, List<String> places, List<String> headings) {
    return new Concept(
        new ConceptId(id),
        ConceptKind.DESCRIPTOR,
        Concept.named(id, "name of " + id).names(),
        List.of(),
        places,
        headings.stream().map(ConceptId::new).toList(),
        List.of());
  }
}
