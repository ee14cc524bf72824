package org.hyperlinker.formats.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.formats.ReaderContract;
import org.junit.jupiter.api.Test;

class QrelsTest extends ReaderContract {

  @Override
  protected String format() {
    return "qrels";
  }

  @Override
  protected String fixture() {
    return "example.json";
  }

  @Override
  protected int records() {
    return 2;
  }

  @Override
  protected Map<String, Integer> faults() {
    return Map.of(
        "relevance-not-a-number.json", 1,
        "judgements-not-an-object.json", 1,
        "not-an-object.json", 1,
        "no-query.json", 1,
        "unclosed-object.json", 2,
        "text-after-object.json", 2);
  }

  @Override
  protected Reading read(Path file) throws IOException {
    return new Reading(List.copyOf(Qrels.read(file).entrySet()), Optional.empty());
  }

  @Test
  void relevanceByQueryAndDocument() throws IOException {
    assertThat(Qrels.read(resource(fixture())))
        .isEqualTo(Map.of("q1", Map.of("d1", 1, "d2", 0), "q2", Map.of()));
  }
}
