package org.hyperlinker.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.evaluation.LetterModel;
import org.hyperlinker.evaluation.Progress;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndToEndEvaluatorTest {

  @Test
  void aPartWithoutAConceptIsNotSought(@TempDir Path folder) throws IOException {
    LetterModel model = new LetterModel(false);
    Path directory = folder.resolve("index");
    IndexBuilder.build(
        model,
        new KnowledgeBase(List.of(Concept.named("C1", "fever"), Concept.named("C2", "xylitol"))),
        IndexSettings.NAMES,
        directory,
        org.hyperlinker.search.index.Progress.NONE);
    try (EmbeddingIndex index = EmbeddingIndex.open(directory);
        EntityLinker linker = EntityLinker.of(model, index, new LinkingOptions(2, 1))) {
      Document partly = document(new ConceptId("C1"), new ConceptId("-1"));
      EndToEndReport report = EndToEndEvaluator.evaluate(linker, List.of(partly), 0, Progress.NONE);
      assertThat(report.concepts()).isEqualTo(new Agreement(1, 1, 1, 1));
      assertThat(report.mentions()).isEqualTo(new Agreement(1, 1, 1, 1));
      EndToEndReport never =
          EndToEndEvaluator.evaluate(linker, List.of(partly), 1.1, Progress.NONE);
      assertThat(never.mentions()).isEqualTo(new Agreement(0, 0, 0, 1));
      assertThat(never.errors()).isEqualTo(new EndToEndReport.Errors(0, 0, 1, 0));
    }
  }

  private static Document document(ConceptId... gold) {
    Mention mention =
        new Mention("", List.of(new Span(0, 5)), "fever", "", List.of(gold), Map.of());
    return Document.ofText("fever", List.of(mention));
  }
}
