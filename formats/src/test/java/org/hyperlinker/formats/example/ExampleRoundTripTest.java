package org.hyperlinker.formats.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.formats.Texts;

class ExampleRoundTripTest {

  @Property(tries = 100)
  void nothingIsLost(@ForAll("examples") List<Example> examples) throws IOException {
    Path folder = Files.createTempDirectory("examples");
    try {
      Path file = folder.resolve("examples.jsonl.gz");
      ExampleWriter.write(file, examples);
      assertThat(ExampleReader.readAll(file)).isEqualTo(examples);
    } finally {
      AtomicFiles.delete(folder);
    }
  }

  @Provide
  Arbitrary<List<Example>> examples() {
    Arbitrary<List<Integer>> tokens = Arbitraries.integers().between(0, 30_000).list().ofMaxSize(4);
    Arbitrary<OptionalDouble> score =
        Arbitraries.doubles()
            .map(OptionalDouble::of)
            .injectNull(0.3)
            .map(value -> value == null ? OptionalDouble.empty() : value);
    Arbitrary<ExampleItem> item =
        Combinators.combine(
                Texts.text(0), Texts.lines(), score, Arbitraries.of("", "positive"), tokens)
            .as(ExampleItem::new);
    Arbitrary<ExampleQuery> query =
        Combinators.combine(Texts.text(0), Texts.lines(), tokens).as(ExampleQuery::new);
    return Combinators.combine(query, item.list().ofMinSize(1).ofMaxSize(3))
        .as(Example::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
