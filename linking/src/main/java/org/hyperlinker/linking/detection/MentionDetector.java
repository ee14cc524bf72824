package org.hyperlinker.linking.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;

/** Finds the mentions of a text. Safe for many threads. */
@FunctionalInterface
public interface MentionDetector {

  /**
   * The mentions of each passage, whatever mentions the document already carries.
   *
   * @return a list for each passage, in text order, without overlaps; spans are document offsets,
   *     types may be empty, concepts are
   */
  List<List<Mention>> detect(Document document);

  /** The mentions of one passage, as if it were a document. */
  default List<Mention> detect(Passage passage) {
    return detect(new Document("text", List.of(passage), List.of(), Map.of())).getFirst();
  }

  /** The document with the mentions that are found in place of its own. */
  default Document mark(Document document) {
    List<List<Mention>> found = detect(document);
    List<Passage> passages = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      passages.add(document.passages().get(i).withMentions(found.get(i)));
    }
    return new Document(document.id(), passages, document.relations(), document.attributes());
  }
}
