package org.hyperlinker.preparation;

import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Passage;

/**
 * A corpus as the earlier study kept it: contiguous mentions of one concept, no relations (upstream
 * 2.8; the losses are named in its F6). What the infons say is the writer's affair.
 */
final class StudyCorpus {

  private StudyCorpus() {}

  static List<Document> of(List<Document> documents) {
    return documents.stream().map(StudyCorpus::reduced).toList();
  }

  private static Document reduced(Document document) {
    List<Passage> passages = document.passages().stream().map(StudyCorpus::reduced).toList();
    return new Document(document.id(), passages, List.of(), document.attributes());
  }

  private static Passage reduced(Passage passage) {
    return passage.withMentions(
        passage.mentions().stream()
            .filter(mention -> mention.single() && !mention.discontinuous())
            .toList());
  }
}
