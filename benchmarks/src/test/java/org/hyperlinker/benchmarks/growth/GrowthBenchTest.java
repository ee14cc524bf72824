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
    List<GrowthFigure.Walk> walks = small.graph().orElseThrow().walks();
    assertThat(walks).extracting(GrowthFigure.Walk::beam).containsExactly(20, 300);
    assertThat(walks).extracting(GrowthFigure.Walk::recallAt10).allMatch(recall -> recall >= 0.5);
    assertThat(walks.getLast().recallAt10()).isGreaterThan(0.95);
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

  private GrowthFigures run(Duration limit) throws IOException {
    return GrowthBench.run(
        new GrowthPlan(
            List.of(900, 300),
            300,
            new GraphSettings(16, 64),
            List.of(300, 20),
            List.of(1, 2),
            2,
            limit,
            Duration.ZERO,
            3,
            folder),
        RowOrigin.random(2, 3),
        Progress.NONE);
  }
}
