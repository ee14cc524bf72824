package org.hyperlinker.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hyperlinker.search.NamesIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that die while they build an index, and processes that read one meanwhile. */
class CrashTest {

  @TempDir Path folder;

  /** Before the last commit point the old version counts, from there on the new one. */
  @ParameterizedTest
  @CsvSource({
    "encode characters, 0",
    "encode characters, 27",
    "graph, 0",
    "commit, 0",
    "commit, 1",
    "commit, 2"
  })
  void aKilledBuildLeavesAWholeIndex(String stage, int done) throws Exception {
    Path directory = folder.resolve("index");
    NamesIndex.build(directory, 5).close();
    Process build =
        java(KilledBuild.class, directory.toString(), stage, Integer.toString(done)).start();
    assertThat(build.waitFor()).isEqualTo(KilledBuild.CODE);

    boolean committed = stage.equals("commit") && done == 2;
    assertThat(EmbeddingIndex.check(directory).rows()).isEqualTo(committed ? KilledBuild.ROWS : 10);
    assertThat(names(directory)).as("what the killed build left").hasSizeGreaterThan(3);

    NamesIndex.build(directory, 3).close();
    assertThat(EmbeddingIndex.check(directory).rows()).isEqualTo(6);
    assertThat(names(directory)).as("only the newest version stays").hasSize(3);
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void readersKeepTheirVersionWhileAThirdProcessBuildsNewOnes() throws Exception {
    Path directory = folder.resolve("index");
    NamesIndex.build(directory, 5).close();
    List<Process> readers = new ArrayList<>();
    try {
      for (int reader = 0; reader < 2; reader++) {
        readers.add(java(SearchingProcess.class, directory.toString()).start());
      }
      for (Process reader : readers) {
        assertThat(line(reader)).isEqualTo("10");
      }
      for (int concepts = 2; concepts <= 4; concepts++) {
        NamesIndex.build(directory, concepts).close();
      }
      Process young = java(SearchingProcess.class, directory.toString()).start();
      readers.add(young);
      assertThat(line(young)).isEqualTo("8");
      for (Process reader : readers) {
        try (OutputStream toldToEnd = reader.getOutputStream()) {
          toldToEnd.write('\n');
        }
        assertThat(Long.parseLong(line(reader))).isPositive();
        assertThat(reader.waitFor()).isZero();
      }
    } finally {
      readers.forEach(Process::destroyForcibly);
    }
  }

  private static String line(Process process) throws IOException {
    BufferedReader reader = process.inputReader();
    return reader.readLine();
  }

  private static ProcessBuilder java(Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
