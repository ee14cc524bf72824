package org.hyperlinker.preparation.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.formats.example.ExampleReader;
import org.hyperlinker.formats.example.ExampleWriter;
import org.hyperlinker.preparation.mix.MixOptions.Source;
import org.hyperlinker.preparation.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleMixerTest {

  @TempDir private Path directory;
  private Path corpus;
  private Path names;

  @BeforeEach
  void writeSources() throws IOException {
    corpus = directory.resolve("corpus.jsonl");
    names = directory.resolve("names.jsonl");
    ExampleWriter.write(corpus, List.of(example("a", "one"), example("b", "two")));
    List<Example> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(example("name:" + i, "name " + i));
    }
    many.add(example("a", "another a"));
    ExampleWriter.write(names, many);
  }

  @Test
  void holdsEverySourceAsOftenAsAsked() throws IOException {
    Path output = directory.resolve("mixed.jsonl");
    MixReport report = mix(output, 1);

    List<Example> mixed = ExampleReader.readAll(output);
    assertThat(report).isEqualTo(new MixReport(2 * 3 + 21, List.of(2L, 21L), 5));
    assertThat(mixed).hasSize(27);
    assertThat(mixed).filteredOn(e -> e.query().content().equals("one")).hasSize(3);
    assertThat(mixed).extracting(e -> e.query().id()).doesNotHaveDuplicates().contains("a", "a#4");
    assertThat(mixed).contains(example("a", "one"), example("name:7", "name 7"));
  }

  @Test
  void repeatsItselfBySeed() throws IOException {
    Path first = directory.resolve("first.jsonl");
    Path second = directory.resolve("second.jsonl");
    Path other = directory.resolve("other.jsonl");
    mix(first, 1);
    mix(second, 1);
    mix(other, 2);

    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(Files.readAllLines(other))
        .isNotEqualTo(Files.readAllLines(first))
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(first));
  }

  @Test
  void writesNothingIfASourceIsBroken() throws IOException {
    Files.writeString(corpus, "{\"query\": \n");
    Path output = directory.resolve("mixed.jsonl");

    assertThatThrownBy(() -> mix(output, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("corpus.jsonl:1");
    assertThat(output).doesNotExist();
  }

  @Test
  void readsSourcesWithFactors() {
    assertThat(Source.parse("x/train.jsonl:3")).isEqualTo(new Source(Path.of("x/train.jsonl"), 3));
    assertThat(Source.parse("names.jsonl")).isEqualTo(new Source(Path.of("names.jsonl"), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Source.parse(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> Source.parse("a:0"));
    assertThatIllegalArgumentException().isThrownBy(() -> new MixOptions(List.of(), corpus, 1));
  }

  private MixReport mix(Path output, long seed) throws IOException {
    List<Source> sources = List.of(new Source(corpus, 3), new Source(names, 1));
    return new ExampleMixer(new MixOptions(sources, output, seed), Progress.SILENT).mix();
  }

  private static Example example(String id, String text) {
    ExampleItem item = new ExampleItem("D1", "item", OptionalDouble.of(1), "positive");
    return new Example(new ExampleQuery(id, text), List.of(item));
  }
}
