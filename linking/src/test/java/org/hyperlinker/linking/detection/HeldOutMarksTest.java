package org.hyperlinker.linking.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutMarksTest {

  @TempDir Path folder;

  @Test
  void whatOneDocumentAloneTeachesIsNotMarkedInIt() throws IOException {
    Document alone = marked("0", "itching");
    List<Document> documents =
        List.of(alone, marked("1", "sweating"), marked("2", "sweating"), marked("3", "pain"));
    try (EmbeddingIndex index = DetectionIndex.build(folder)) {
      DetectionEvidence all = DetectionLearner.learn(index, documents);
      assertThat(DictionaryDetector.of(index, all).detect(alone).getFirst()).hasSize(1);
      List<List<List<Mention>>> marks = HeldOutMarks.of(index, documents);
      assertThat(IntStream.range(0, 4).map(i -> marks.get(i).getFirst().size()))
          .containsExactly(0, 1, 1, 1);
    }
  }

  private static Document marked(String id, String text) {
    Mention mention =
        new Mention("", List.of(new Span(0, text.length())), text, "Disease", List.of(), Map.of());
    return new Document(
        id, Document.ofText(text, List.of(mention)).passages(), List.of(), Map.of());
  }
}
