package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"[ O", "< O", "{ O", "[\tO\n1\tO"})
  void columnsMayBeginWithAnySign(String columns) throws IOException {
    for (String ending : List.of("conll", "bio", "iob", "iob2")) {
      Path file = Files.writeString(folder.resolve("some." + ending), columns);
      assertThat(CorpusFormat.of(file)).isEqualTo(CorpusFormat.CONLL);
    }
  }

  @Test
  void theFirstColumnsMayComeLateAndBeMany() throws IOException {
    Path late = Files.writeString(folder.resolve("late.tsv"), "\n".repeat(8_000) + "Pain\tO\n");
    assertThat(CorpusFormat.of(late)).isEqualTo(CorpusFormat.CONLL);
    Path many =
        Files.writeString(folder.resolve("many.tsv"), "\ta".repeat(4_000).strip() + "\tO\n");
    assertThat(CorpusFormat.of(many)).isEqualTo(CorpusFormat.CONLL);
  }

  @Test
  void aDocumentWithoutTokensBehindRemarksIsColumns() throws IOException {
    Path file = Files.writeString(folder.resolve("empty.tsv"), "# one\n\n# doc_id = 7\n\n");
    assertThat(CorpusFormat.of(file)).isEqualTo(CorpusFormat.CONLL);
  }
}
