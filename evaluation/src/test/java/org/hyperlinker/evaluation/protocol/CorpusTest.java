package org.hyperlinker.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hyperlinker.core.corpus.Document;
import org.junit.jupiter.api.Test;

class CorpusTest {

  private static final Corpus HUNDRED =
      new Corpus(
          "hundred.txt",
          "digest",
          IntStream.range(0, 100)
              .mapToObj(i -> new Document(Integer.toString(i), List.of(), List.of(), Map.of()))
              .toList());

  @Test
  void aSampleIsDrawnOnceForAllAndKeepsTheOrder() {
    Corpus sample = HUNDRED.sample(10);
    assertThat(sample.documents()).hasSize(10).isSubsetOf(HUNDRED.documents());
    assertThat(sample.documents())
        .isSortedAccordingTo(
            (a, b) -> Integer.compare(Integer.parseInt(a.id()), Integer.parseInt(b.id())));
    assertThat(sample.documents()).isNotEqualTo(HUNDRED.documents().subList(0, 10));
    assertThat(HUNDRED.sample(10)).isEqualTo(sample);
    assertThat(sample.name()).isEqualTo("hundred.txt");
  }

  @Test
  void aSampleOfMoreThanThereAreIsTheCorpus() {
    assertThat(HUNDRED.sample(101)).isEqualTo(HUNDRED);
  }
}
