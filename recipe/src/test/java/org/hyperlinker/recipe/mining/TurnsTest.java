package org.hyperlinker.recipe.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.ConceptId;
import org.junit.jupiter.api.Test;

class TurnsTest {

  @Test
  void sourcesTakeTurnsByWeightAndNoConceptTwice() {
    Turns turns =
        new Turns(List.of(SourceShare.parse("nearest:2"), SourceShare.parse("Lexical")), 5);
    List<Turns.Taken> taken =
        turns.take(
            Map.of(
                NegativeSource.NEAREST, candidates(1, 2, 3, 4, 5),
                NegativeSource.LEXICAL, candidates(2, 9)),
            row -> new ConceptId("D" + row),
            new HashSet<>(List.of(new ConceptId("D4"))));
    assertThat(taken.stream().map(one -> one.candidate().row())).containsExactly(1, 2, 9, 3, 5);
    assertThat(taken.get(2).source()).isEqualTo(NegativeSource.LEXICAL);
  }

  @Test
  void sourcesThatAreNoneAreRefused() {
    for (String wrong : List.of("nearer", "nearest:0", "nearest:x", "")) {
      assertThatThrownBy(() -> SourceShare.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<Candidate> candidates(int... rows) {
    return Arrays.stream(rows).mapToObj(row -> Candidate.scored(row, -row)).toList();
  }
}
