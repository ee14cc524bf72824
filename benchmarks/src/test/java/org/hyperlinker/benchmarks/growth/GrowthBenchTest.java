package org.hyperlinker.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hyperlinker.benchmarks.figures.GrowthFigure;
import org.hyperlinker.benchmarks.figures.GrowthFigures;
import org.hyperlinker.benchmarks.measure.Progress;
import org.hyperlinker.search.index.GraphSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthBenchTest {

  @TempDir Path folder;

  @Test
  void buildsGraphsUpToTheLimitAndSaysSoBeyond() throws IOException {
    GrowthFigures growth = run(Duration.ofHours(1));
    assertThat(growth.sizes()).extracting(GrowthFigure::rows).containsExactly(300L, 900L);
    GrowthFigure small = growth.sizes().getFirst();
    assertThat(small.graph().orElseThrow().recallAt10()).isBetween(0.5, 1.0);
    assertThat(small.graph().orElseThrow().indexBytes()).isGreaterThan(small.packedBytes());
    assertThat(small.skipped()).isEmpty();
    GrowthFigure large = growth.sizes().getLast();
    assertThat(large.scans()).hasSize(2);
    assertThat(large.graph()).isEmpty();
    assertThat(large.skipped()).containsExactly("no graph: asked for up to 300 rows");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingIsBegunBeyondTheTimeLimit() throws IOException {
    GrowthFigures growth = run(Duration.ZERO);
    assertThat(growth.sizes())
        .allMatch(size -> size.scans().isEmpty() && size.graph().isEmpty())
        .allMatch(size -> size.skipped().getFirst().contains("time limit"));
  }

  @Test
  void rowsBeyondTheCentresLieRoundThem() {
    RowOrigin origin = RowOrigin.random(1, 5);
    RowOrigin.Source rows = origin.rows(5);
    float[] centre = new float[origin.width()];
    float[] near = new float[origin.width()];
    float[] other = new float[origin.width()];
    rows.read(17, centre);
    rows.read(17 + origin.centres(), near);
    rows.read(18, other);
    assertThat(distance(centre, near) / length(centre)).isBetween(0.2, 0.4);
    assertThat(distance(centre, other) / length(centre)).isGreaterThan(1);
    float[] again = new float[origin.width()];
    rows.read(17, again);
    assertThat(again).isEqualTo(centre);
  }

  private GrowthFigures run(Duration limit) throws IOException {
    return GrowthBench.run(
        new GrowthPlan(
            List.of(900, 300),
            300,
            new GraphSettings(16, 64),
            List.of(1, 2),
            2,
            limit,
            Duration.ZERO,
            3,
            folder),
        RowOrigin.random(2, 3),
        Progress.NONE);
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
