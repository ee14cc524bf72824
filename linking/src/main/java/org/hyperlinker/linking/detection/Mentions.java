package org.hyperlinker.linking.detection;

import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;

/** Mentions put into documents, and taken out. */
final class Mentions {

  private Mentions() {}

  /** A mention at a place within a passage's text. */
  static Mention in(Passage passage, Span local, String type) {
    return new Mention(
        "",
        List.of(new Span(passage.offset() + local.start(), passage.offset() + local.end())),
        passage.text().substring(local.start(), local.end()),
        type,
        List.of(),
        Map.of());
  }

  /** The text alone. */
  static Document without(Document document) {
    return new Document(
        document.id(),
        document.passages().stream().map(p -> p.withMentions(List.of())).toList(),
        List.of(),
        Map.of());
  }
}
