package org.hyperlinker.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IrEvaluationTest {

  /** Ranks: x (not judged), a (3), b (0), c (1); d (2) and e (1) are not found; f is negative. */
  private static final List<String> RANKING = List.of("x", "a", "b", "c");

  private static final Map<String, Integer> JUDGED =
      Map.of("a", 3, "b", 0, "c", 1, "d", 2, "e", 1, "f", -1);

  // DCG: 3 / log2(3) + 1 / log2(5) = 1.892789 + 0.430677 = 2.323466.
  // Best: 3 + 2 / log2(3) + 1 / 2 + 1 / log2(5) = 5.192536; cut at 2: 3 + 1.261860 = 4.261860.
  @ParameterizedTest
  @CsvSource({
    "nDCG, 0.447463",
    "nDCG@10, 0.447463",
    "nDCG@2, 0.444123",
    "P@2, 0.5",
    "P@4, 0.5",
    "P@10, 0.2",
    "R@2, 0.25",
    "R@1000, 0.5",
    "RR, 0.5",
    "MRR, 0.5",
    "RR@1, 0",
    "MRR@10, 0.5"
  })
  void handComputed(String name, double expected) {
    assertThat(IrMetric.parse(name).score(RANKING, JUDGED)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void nothingRelevantIsZero() {
    for (IrMetric metric : IrMetric.DEFAULTS) {
      assertThat(metric.score(RANKING, Map.of("a", 0))).isZero();
    }
  }

  @Test
  void namesAreThoseOfIrMeasures() {
    assertThat(IrMetric.DEFAULTS)
        .extracting(IrMetric::name)
        .containsExactly("nDCG@10", "nDCG@5", "P@10", "P@5", "R@10", "RR", "R@1000", "RR@10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ndcg@10", "nDCG@0", "nDCG@-1", "P", "R", "AP@10", "P@10@5", "P@x"})
  void unknownNamesAreRefused(String name) {
    assertThatThrownBy(() -> IrMetric.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("metric");
  }

  @Test
  void theBestScoreOfADocumentCountsAndEqualScoresFallById() {
    assertThat(
            IrEvaluation.ranking(
                List.of(
                    new RankedDocument("a", -1),
                    new RankedDocument("b", -2),
                    new RankedDocument("c", -2),
                    new RankedDocument("a", -9))))
        .containsExactly("a", "c", "b");
  }

  @Test
  void judgedQueriesDecideTheMean() {
    IrEvaluation evaluation =
        IrEvaluation.of(
            Map.of(
                "q1", List.of(new RankedDocument("a", -3)),
                "foreign", List.of(new RankedDocument("a", 1))),
            Map.of("q1", Map.of("a", 1), "q2", Map.of("b", 1)),
            List.of(IrMetric.parse("MRR")));
    assertThat(evaluation.aggregated()).containsExactly(Map.entry("RR", 0.5));
    assertThat(evaluation.perQuery().keySet()).containsExactly("q1", "q2");
    assertThat(evaluation.unjudged()).isEqualTo(1);
    assertThat(evaluation.unanswered()).isEqualTo(1);
  }

  @Test
  void foreignJudgementsAreRefused() {
    assertThatThrownBy(
            () -> IrEvaluation.of(Map.of("1", List.of()), Map.of("q1", Map.of()), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same query ids");
  }
}
