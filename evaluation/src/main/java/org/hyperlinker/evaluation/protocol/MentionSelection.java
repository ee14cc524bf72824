package org.hyperlinker.evaluation.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.ConceptId;

/** Picks the mentions that a protocol asks. */
final class MentionSelection {

  /** A mention to ask. */
  record Asked(String documentId, Mention mention, String queryText) {}

  private record Triple(String surface, ConceptId concept, String passage) {}

  private final CandidatePool pool;
  private final Protocol protocol;
  private final List<Asked> asked = new ArrayList<>();
  private final Set<Triple> triples = new HashSet<>();

  private MentionSelection(CandidatePool pool, Protocol protocol) {
    this.pool = pool;
    this.protocol = protocol;
  }

  /** The mentions asked, in corpus order. */
  static List<Asked> of(List<Document> documents, CandidatePool pool, Protocol protocol) {
    MentionSelection selection = new MentionSelection(pool, protocol);
    for (Document document : documents) {
      for (Passage passage : document.passages()) {
        for (Mention mention : passage.mentions()) {
          if (selection.asks(passage, mention)) {
            selection.add(document, passage, mention);
          }
        }
      }
    }
    return selection.asked;
  }

  /** The concepts that single-concept mentions among these denote and that the pool has. */
  static Set<ConceptId> ownConcepts(List<Asked> asked, CandidatePool pool) {
    return asked.stream()
        .map(Asked::mention)
        .filter(Mention::single)
        .map(mention -> mention.concepts().getFirst())
        .filter(pool::contains)
        .collect(Collectors.toSet());
  }

  private boolean asks(Passage passage, Mention mention) {
    return switch (protocol) {
      case FULL -> true;
      case RESTRICTED ->
          mention.single()
              && triples.add(
                  new Triple(mention.text(), mention.concepts().getFirst(), passage.text()));
    };
  }

  private void add(Document document, Passage passage, Mention mention) {
    Span extent = mention.extent();
    if (extent.start() < passage.offset() || extent.end() > passage.end()) {
      throw new IllegalArgumentException(
          "document "
              + document.id()
              + ": mention '"
              + mention.text()
              + "' at "
              + extent
              + " does not fit its passage "
              + passage.offset()
              + ".."
              + passage.end());
    }
    asked.add(new Asked(document.id(), mention, pool.queryText(passage, mention)));
  }
}
