package org.hyperlinker.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.ConceptId;
import org.junit.jupiter.api.Test;

class MentionMemoryTest {

  private static final String TEXT = "Acute renal failure (ARF) and fever; arf, FEVER, ARF";

  private static Mention mention(int start, int end, String... concepts) {
    return new Mention(
        "",
        List.of(new Span(start, end)),
        TEXT.substring(start, end),
        "",
        List.of(concepts).stream().map(ConceptId::new).toList(),
        Map.of());
  }

  private static Document document(Mention... mentions) {
    return new Document(
        "1", List.of(new Passage("", 0, TEXT, List.of(mentions), Map.of())), List.of(), Map.of());
  }

  @Test
  void pairsAreCountedWithoutCaseAndWithShortFormsWrittenOut() {
    Document document =
        document(
            mention(0, 19, "A"),
            mention(21, 24, "A"),
            mention(30, 35, "F"),
            mention(42, 47, "F"),
            mention(37, 40, "X"),
            mention(49, 52),
            mention(49, 52, "A", "F"));
    assertThat(MentionMemory.of(List.of(document)).mentions())
        .containsExactly(
            new RememberedMention("Acute renal failure", new ConceptId("A"), 2),
            new RememberedMention("fever", new ConceptId("F"), 2),
            new RememberedMention("arf", new ConceptId("X"), 1));
  }

  @Test
  void countsWithoutMeaningAreRefused() {
    assertThatThrownBy(() -> new RememberedMention("x", new ConceptId("A"), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
