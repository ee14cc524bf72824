package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusFormatTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[Effects of lidocaine on the heart.] | TEXT",
        "<5 % of patients had pain. | TEXT",
        "{see below} Pain. | TEXT",
        "[1] Pain. | TEXT",
        "<?xml version=\"1.0\"?><collection></collection> | BIOC_XML",
        "<collection></collection> | BIOC_XML",
        "<!DOCTYPE collection><collection></collection> | BIOC_XML",
        "<PubmedArticleSet></PubmedArticleSet> | PUBMED_XML",
        "[{\"documents\": []}] | BIOC_JSON",
        "{\"documents\": []} | BIOC_JSON",
        "{\"id\": \"1\", \"passages\": []} | JSONL",
      })
  void aTextMayBeginWithAnySign(String text, CorpusFormat format) throws IOException {
    Path file = Files.writeString(folder.resolve("some.txt"), text);
    assertThat(CorpusFormat.of(file)).isEqualTo(format);
  }
}
