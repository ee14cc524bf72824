package org.hyperlinker.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.benchmarks.figures.BenchReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = folder.resolve("bench.json");
    ReportFiles.write(file, Fixture.report());
    assertThat(ReportFiles.read(file)).isEqualTo(Fixture.report());
    assertThat(Files.readString(file)).contains("\"peak_share\" : 0.85").doesNotContain("ratio()");
  }

  @Test
  void partsThatWereNotMeasuredStayAway() throws IOException {
    BenchReport empty =
        new BenchReport(Fixture.provenance(), Optional.empty(), List.of(), Optional.empty());
    Path file = folder.resolve("bench.json");
    ReportFiles.write(file, empty);
    assertThat(ReportFiles.read(file)).isEqualTo(empty);
  }

  @Test
  void otherFilesAreRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), "{\"protocol\": \"full\"}");
    assertThatThrownBy(() -> ReportFiles.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other.json")
        .hasMessageContaining("bench --json");
  }
}
