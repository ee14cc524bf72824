package org.hyperlinker.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.linking.detection.MentionDetector;
import org.junit.jupiter.api.Test;

class SpanMatchTest {

  private static Mention mention(int start, int end, String type) {
    return new Mention("", List.of(new Span(start, end)), "m", type, List.of(), Map.of());
  }

  @Test
  void strictWantsTheSameSpanRelaxedOneUnitTypedTheType() {
    List<Mention> gold = List.of(mention(0, 5, "C"), mention(10, 15, "C"), mention(20, 25, "D"));
    MentionDetector found =
        document ->
            List.of(List.of(mention(0, 5, "C"), mention(12, 18, "C"), mention(20, 25, "C")));
    Document document =
        new Document(
            "1", List.of(new Passage("", 0, " ".repeat(30), gold, Map.of())), List.of(), Map.of());
    Map<SpanMatch, Agreement> spans = EndToEndEvaluator.spans(found, List.of(document));
    assertThat(spans.get(SpanMatch.STRICT)).isEqualTo(new Agreement(2, 3, 2, 3));
    assertThat(spans.get(SpanMatch.STRICT_TYPED)).isEqualTo(new Agreement(1, 3, 1, 3));
    assertThat(spans.get(SpanMatch.RELAXED)).isEqualTo(new Agreement(3, 3, 3, 3));
    assertThat(spans.get(SpanMatch.RELAXED_TYPED)).isEqualTo(new Agreement(2, 3, 2, 3));
  }

  @Test
  void f1IsTheHarmonicMeanAndZeroOfNothing() {
    assertThat(new Agreement(1, 2, 1, 4).f1()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(Agreement.NONE.f1()).isZero();
  }
}
