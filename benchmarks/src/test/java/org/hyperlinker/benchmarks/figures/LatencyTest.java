package org.hyperlinker.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

  @Test
  void percentilesAreMeasuredValues() {
    long[] descending = LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray();
    assertThat(Latency.ofNanos(descending)).isEqualTo(new Latency(200, 100, 190, 198));
  }

  @Test
  void oneCallIsEveryPercentile() {
    assertThat(Latency.ofNanos(2_500_000)).isEqualTo(new Latency(1, 2.5, 2.5, 2.5));
  }

  @Test
  void theLastPercentIsNotRoundedAway() {
    long[] oneSlow =
        LongStream.rangeClosed(1, 50).map(i -> i < 50 ? 1_000_000 : 9_000_000).toArray();
    assertThat(Latency.ofNanos(oneSlow)).isEqualTo(new Latency(50, 1, 1, 9));
  }

  @Test
  void noCallHasNoLatency() {
    assertThatThrownBy(Latency::ofNanos).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSpreadHasTheMiddle() {
    assertThat(Spread.of(9, 1, 4)).isEqualTo(new Spread(4, 1, 9));
    assertThat(Spread.of(9, 1, 4, 5)).isEqualTo(new Spread(4.5, 1, 9));
    assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
  }
}
