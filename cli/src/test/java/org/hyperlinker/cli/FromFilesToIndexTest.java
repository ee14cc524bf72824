package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code prepare}, {@code mix}, {@code train} and {@code index}. */
@ExtendWith(TinyPipeline.Shared.class)
class FromFilesToIndexTest {

  @Test
  void prepares(TinyPipeline tiny) {
    assertThat(tiny.prepared.done().out())
        .contains("510 concepts with 4,577 names")
        .contains("train: 24 documents, 386 mentions");
    assertThat(tiny.prepared())
        .isDirectoryContaining("glob:**/knowledge-base.jsonl.gz")
        .isDirectoryContaining("glob:**/train.jsonl")
        .isDirectoryContaining("glob:**/names.jsonl")
        .isDirectoryContaining("glob:**/manifest.json")
        .isDirectoryContaining("glob:**/mesh2015.json.gz");
  }

  @Test
  void mixes(TinyPipeline tiny) {
    tiny.mixed.done();
    assertThat(tiny.examples()).isNotEmptyFile();
  }

  @Test
  void trains(TinyPipeline tiny) {
    assertThat(tiny.trained.code()).as(tiny.trained.err()).isZero();
    assertThat(tiny.trained.out()).contains(tiny.model().toString());
    assertThat(tiny.model().resolve("model.safetensors")).isNotEmptyFile();
  }

  @Test
  void indexes(TinyPipeline tiny) throws IOException {
    assertThat(tiny.indexed.done().out()).contains("510 rows for 510 concepts, width 384");
    assertThat(Files.readString(tiny.index().resolve("index.json"))).contains("\"libtorch\"");
  }

  @Test
  void checksTheIndex(TinyPipeline tiny, @TempDir Path folder) throws IOException {
    Path index = TinyPipeline.copy(tiny.index(), folder.resolve("index"));
    assertThat(CommandRun.of("index", "--check", index).done().out())
        .contains("510 rows for 510 concepts");
    Path file = index.resolve("generation-1").resolve("embeddings.packed");
    byte[] bytes = Files.readAllBytes(file);
    bytes[4711] ^= 1;
    Files.write(file, bytes);
    assertThat(CommandRun.of("index", "--check", index).complaint()).contains("embeddings.packed");
  }

  @Test
  void bringsTheIndexToAnotherVersion(TinyPipeline tiny, @TempDir Path folder) throws IOException {
    Path index = TinyPipeline.copy(tiny.index(), folder.resolve("index"));
    Path table = folder.resolve("new.tsv");
    Files.writeString(table, "id\tname\tsynonyms\nX1\tCardiac arrest\t\nX2\tUnheard of\t\n");
    Path report = folder.resolve("report.json");
    Object[] update = {
      "index", "--update", "--model", tiny.model(), "--ontology", table, "--out", index
    };
    assertThat(CommandRun.of(with(update, "--report", report)).done().out())
        .contains("2 rows for 2 concepts")
        .contains("vanished 5")
        .contains(report.toString());
    assertThat(Files.readString(report)).contains("\"Unheard of\"");
    assertThat(Files.readString(index.resolve("index.json"))).contains("updated_from_");
    CommandRun misuse = CommandRun.of(with(update, "--rows", "name"));
    assertThat(misuse.code()).isEqualTo(2);
    assertThat(misuse.err()).contains("--rows");
  }

  private static Object[] with(Object[] arguments, Object... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray();
  }
}
