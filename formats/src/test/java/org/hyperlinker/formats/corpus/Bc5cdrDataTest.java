package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.formats.TestData;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The corpus as published, against counts made without this code. */
class Bc5cdrDataTest {

  @ParameterizedTest
  @CsvSource({
    "bc5cdr/CDR_TrainingSet.PubTator.txt, 9385, 76, 98, 1038",
    "bc5cdr/CDR_DevelopmentSet.PubTator.txt, 9591, 59, 100, 1012"
  })
  void everyMentionIsReadAndWrittenBack(
      String name, long mentions, long none, long composite, long relations, @TempDir Path folder)
      throws IOException {
    Path file = TestData.file(name);
    CorpusFile corpus = Corpora.read(file);
    List<Document> documents = corpus.documents();
    assertThat(corpus.ledger().summary()).isEqualTo(file + ": 500 read, 0 skipped");
    assertThat(documents.stream().flatMap(Document::mentions).count()).isEqualTo(mentions);
    assertThat(documents.stream().flatMap(Document::mentions).filter(m -> m.concepts().isEmpty()))
        .hasSize((int) none);
    assertThat(documents.stream().flatMap(Document::mentions).filter(Mention::composite))
        .hasSize((int) composite);
    assertThat(documents.stream().mapToLong(d -> d.relations().size()).sum()).isEqualTo(relations);

    Path copy = folder.resolve("copy.txt");
    new PubTatorWriter().write(copy, documents);
    assertThat(copy).hasSameBinaryContentAs(file);

    Path bioc = folder.resolve("copy.bioc.xml.gz");
    new BioCXmlWriter().write(bioc, documents);
    assertThat(Corpora.read(bioc).documents()).isEqualTo(documents);
  }
}
