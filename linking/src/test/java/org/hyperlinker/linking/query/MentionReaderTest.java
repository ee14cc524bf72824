package org.hyperlinker.linking.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.core.text.WindowUnit;
import org.junit.jupiter.api.Test;

class MentionReaderTest {

  private static final QueryTemplate WINDOW =
      new QueryTemplate(new ContextWindow(20, WindowUnit.CHARACTERS));
  private static final String TITLE = "Acute renal failure (ARF).";
  private static final String ABSTRACT = "In ARF, creatinine rose.";
  private static final Document DOCUMENT =
      new Document(
          "7",
          List.of(
              new Passage("title", 0, TITLE, List.of(), Map.of()),
              new Passage(
                  "abstract",
                  TITLE.length() + 1,
                  ABSTRACT,
                  List.of(Mention.at(new Span(30, 33), "ARF")),
                  Map.of())),
          List.of(),
          Map.of());

  @Test
  void abbreviationsOfAnotherPassageAreWrittenOutAndTheContextStays() {
    MentionQuery query = new MentionReader(WINDOW, true).read(DOCUMENT).getFirst();
    assertThat(query.surface()).isEqualTo("Acute renal failure");
    assertThat(query.text()).isEqualTo("Acute renal failure [SEP] In ARF, creatini");
    assertThat(query.expanded()).isTrue();
  }

  @Test
  void abbreviationsStayIfAskedTo() {
    MentionQuery query = new MentionReader(WINDOW, false).read(DOCUMENT).getFirst();
    assertThat(query.surface()).isEqualTo("ARF");
    assertThat(query.text()).startsWith("ARF [SEP] In ARF");
    assertThat(query.expanded()).isFalse();
  }

  @Test
  void aMentionOutsideItsPassageIsNamed() {
    Document broken =
        new Document(
            "8",
            List.of(
                new Passage("", 5, "short", List.of(Mention.at(new Span(0, 3), "abc")), Map.of())),
            List.of(),
            Map.of());
    assertThatThrownBy(() -> new MentionReader(WINDOW, true).read(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("document 8", "'abc'", "5..10");
  }
}
