package org.hyperlinker.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.formats.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void aFolderIsACorpusAndTellsWhatItSkipped(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("1.txt"), "Fever.");
    Files.writeString(folder.resolve("1.ann"), "T1\tDisease 0 5\tFever\n");
    Files.writeString(folder.resolve("2.txt"), "None.");
    List<Ledger> told = new ArrayList<>();
    Corpus corpus = Corpus.read(folder, told::add);
    assertThat(corpus.documents()).hasSize(2);
    assertThat(corpus.name()).isEqualTo(folder.getFileName().toString());
    assertThat(corpus.sha256()).isEqualTo(Sha256.of(folder)).hasSize(64);
    assertThat(told).singleElement().extracting(Ledger::skippedTotal).isEqualTo(1L);
  }

  @Test
  void aSampleOfMoreThanThereAreIsTheCorpus() {
    assertThat(HUNDRED.sample(101)).isEqualTo(HUNDRED);
  }
}
