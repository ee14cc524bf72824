package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench}. */
@ExtendWith(TinyPipeline.Shared.class)
class BenchVerbTest {

  @Test
  void measuresAndDraws(TinyPipeline tiny, @TempDir Path folder) throws IOException {
    Path json = folder.resolve("bench.json");
    Path page = folder.resolve("docs").resolve("performance.md");
    Path picture = folder.resolve("docs").resolve("performance.svg");
    CommandRun run =
        CommandRun.of(
                "bench",
                "--part",
                "pipeline,growth",
                "--system",
                "tiny=" + tiny.model() + "," + tiny.index(),
                "--corpus",
                TinyPipeline.TEST,
                "--threads",
                "1",
                "--queries",
                "2",
                "--bulk",
                "3",
                "--beams",
                "16",
                "--candidates",
                "50",
                "--rows",
                "300,600",
                "--graph-rows-max",
                "300",
                "--growth-queries",
                "2",
                "--warm-up",
                "1",
                "--json",
                json)
            .done();
    assertThat(run.out()).contains("tiny, graph walk").contains("bare encoder");
    CommandRun drawn =
        CommandRun.of("bench", "--from", json, "--markdown", page, "--picture", picture).done();
    assertThat(drawn.out()).isEqualTo(run.out());
    assertThat(Files.readString(page))
        .contains("(performance.svg)")
        .contains("| tiny | graph, beam 16 | 1 |")
        .contains("no graph: asked for up to 300 rows");
    assertThat(Files.readString(picture)).startsWith("<svg").contains("tiny, exact");
  }
}
