package org.hyperlinker.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class RankSummaryTest {

  private static final TreeSet<Integer> CUTOFFS = new TreeSet<>(List.of(1, 5, 10));

  @Test
  void handComputed() {
    RankSummary summary =
        RankSummary.of(
            List.of(OptionalInt.of(1), OptionalInt.of(5), OptionalInt.of(20), OptionalInt.empty()),
            CUTOFFS,
            10);
    assertThat(summary.mentions()).isEqualTo(4);
    assertThat(summary.accuracy()).containsEntry(1, 0.25).containsEntry(5, 0.5);
    assertThat(summary.accuracy()).containsEntry(10, 0.5);
    assertThat(summary.mrr()).isCloseTo((1 + 0.2 + 0.05) / 4, within(1e-12));
    assertThat(summary.mrrCut()).isCloseTo((1 + 0.2) / 4, within(1e-12));
  }

  @Test
  void nothingMeasuredIsNotZero() {
    RankSummary summary = RankSummary.of(List.of(), CUTOFFS, 10);
    assertThat(summary.mrr()).isNaN();
    assertThat(summary.accuracy().get(1)).isNaN();
  }

  @Test
  void ranksStartAtOne() {
    assertThatThrownBy(() -> RankSummary.of(List.of(OptionalInt.of(0)), CUTOFFS, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("start at 1");
  }

  @Property(tries = 200)
  void figuresAreOrdered(@ForAll @NotEmpty List<@IntRange(min = 1, max = 30) Integer> ranks) {
    RankSummary summary = RankSummary.of(ranks.stream().map(OptionalInt::of).toList(), CUTOFFS, 10);
    assertThat(summary.accuracy().get(1)).isLessThanOrEqualTo(summary.accuracy().get(5));
    assertThat(summary.accuracy().get(1)).isLessThanOrEqualTo(summary.mrrCut() + 1e-12);
    assertThat(summary.mrrCut()).isLessThanOrEqualTo(summary.mrr());
    assertThat(summary.mrrCut()).isLessThanOrEqualTo(summary.accuracy().get(10) + 1e-12);
  }
}
