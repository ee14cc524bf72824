package org.hyperlinker.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowOriginTest {

  private final RowOrigin origin = RowOrigin.random(1, 5);
  private final RowOrigin.Source rows = origin.rows(5);

  @Test
  void theFirstRowsAreTheCentresEachOnce() {
    assertThat(IntStream.range(0, 500).mapToObj(row -> read(row)[0]).distinct()).hasSize(500);
    assertThat(distance(read(17), read(18)) / length(read(17))).isGreaterThan(1);
  }

  @Test
  void rowsBeyondThemLieAtAllDistancesFromTheirCentreAndHaveItsLength() {
    DoubleSummaryStatistics distances =
        IntStream.range(0, 300)
            .mapToDouble(
                row -> {
                  float[] centre = read(row);
                  float[] blend = read(row + origin.centres());
                  assertThat(length(blend)).isCloseTo(length(centre), within(1e-3));
                  return distance(centre, blend) / length(centre);
                })
            .summaryStatistics();
    assertThat(distances.getMin()).isLessThan(0.05);
    assertThat(distances.getAverage()).isBetween(0.3, 0.6);
    // Two that are orthogonal, in equal parts: 45 degrees.
    assertThat(distances.getMax()).isBetween(0.7, 0.85);
  }

  @Test
  void theSameSeedGivesTheSameRows() {
    long row = 3L * origin.centres() + 11;
    float[] again = new float[origin.width()];
    origin.rows(5).read(row, again);
    assertThat(again).isEqualTo(read(row));
    origin.rows(6).read(row, again);
    assertThat(again).isNotEqualTo(read(row));
  }

  private float[] read(long row) {
    float[] vector = new float[origin.width()];
    rows.read(row, vector);
    return vector;
  }

  private static double length(float[] vector) {
    return distance(vector, new float[vector.length]);
  }

  private static double distance(float[] a, float[] b) {
    double squares = 0;
    for (int k = 0; k < a.length; k++) {
      squares += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return Math.sqrt(squares);
  }
}
