package org.hyperlinker.formats.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.ReaderContract;
import org.junit.jupiter.api.Test;

class ExampleReaderTest extends ReaderContract {

  @Override
  protected String format() {
    return "examples";
  }

  @Override
  protected String fixture() {
    return "example.jsonl";
  }

  @Override
  protected int records() {
    return 2;
  }

  @Override
  protected Map<String, Long> skipped() {
    return Map.of("field 'language' of a query", 1L);
  }

  @Override
  protected Map<String, Integer> faults() {
    return Map.of(
        "items-missing.jsonl", 2,
        "items-empty.jsonl", 2,
        "query-missing.jsonl", 2,
        "query-without-id.jsonl", 2,
        "content-not-a-text.jsonl", 2,
        "score-not-a-number.jsonl", 2,
        "token-not-a-number.jsonl", 2,
        "broken-json.jsonl", 2,
        "two-objects-on-a-line.jsonl", 2);
  }

  @Override
  protected Reading read(Path file) throws IOException {
    List<Example> examples = new ArrayList<>();
    Ledger ledger = ExampleReader.read(file, examples::add);
    return new Reading(examples, Optional.of(ledger));
  }

  @Test
  void plainAndTokenised() throws IOException {
    assertThat(ExampleReader.readAll(resource(fixture())))
        .containsExactly(
            new Example(
                new ExampleQuery("q1", "lithium [SEP] after lithium."),
                List.of(
                    new ExampleItem("D008094", "Lithium", OptionalDouble.of(1), "positive"),
                    new ExampleItem("D006333", "Heart Failure", OptionalDouble.of(-0.5), ""))),
            new Example(
                new ExampleQuery("2", "rash", List.of(101, 23438, 102)),
                List.of(
                    new ExampleItem(
                        "7", "Exanthema", OptionalDouble.empty(), "", List.of(101, 102)))));
  }

  @Test
  void theOfficialShapeIsWritten() throws IOException {
    Path file = folder.resolve("written.jsonl");
    List<Example> examples = ExampleReader.readAll(resource(fixture()));
    ExampleWriter.write(file, examples);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"query\":{\"id\":\"q1\",\"content\":\"lithium [SEP] after lithium.\"},\"items\":["
                + "{\"id\":\"D008094\",\"content\":\"Lithium\",\"score\":1.0,\"type\":\"positive\"},"
                + "{\"id\":\"D006333\",\"content\":\"Heart Failure\",\"score\":-0.5}]}",
            "{\"query\":{\"id\":\"2\",\"content\":\"rash\",\"tokenized_content\":[101,23438,102]},"
                + "\"items\":[{\"id\":\"7\",\"content\":\"Exanthema\","
                + "\"tokenized_content\":[101,102]}]}");
    assertThat(ExampleReader.readAll(file)).isEqualTo(examples);
  }
}
