package org.hyperlinker.training.tagging;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.model.tagging.TypedSpan;

/**
 * A document of a training corpus and what a dictionary that has not seen it finds there.
 *
 * @param document with all its mentions
 * @param marks for each passage the names that were found; empty lists without a dictionary
 */
public record MarkedDocument(Document document, List<List<Mention>> marks) {

  /** Copies the marks and requires them for each passage. */
  public MarkedDocument {
    marks = marks.stream().map(List::copyOf).toList();
    if (marks.size() != document.passages().size()) {
      throw new IllegalArgumentException(
          "document " + document.id() + " has marks for " + marks.size() + " passages, not all");
    }
  }

  /** A document without a dictionary. */
  public static MarkedDocument unmarked(Document document) {
    return new MarkedDocument(
        document, document.passages().stream().map(_ -> List.<Mention>of()).toList());
  }

  /** The mentions of a passage. */
  List<TypedSpan> gold(int passage) {
    Passage of = document.passages().get(passage);
    return spans(of, of.mentions());
  }

  /** The marks of a passage. */
  List<TypedSpan> marked(int passage) {
    return spans(document.passages().get(passage), marks.get(passage));
  }

  private static List<TypedSpan> spans(Passage passage, List<Mention> mentions) {
    List<TypedSpan> spans = new ArrayList<>();
    for (Mention mention : mentions) {
      int start = mention.extent().start() - passage.offset();
      int end = mention.extent().end() - passage.offset();
      if (start < 0 || end > passage.text().length()) {
        throw new IllegalArgumentException(
            "mention '" + mention.text() + "' at " + mention.extent() + " leaves its passage");
      }
      spans.add(new TypedSpan(start, end, mention.type()));
    }
    return spans;
  }
}
