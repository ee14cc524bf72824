package org.hyperlinker.evaluation.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * Picks the mentions that count in a protocol.
 *
 * @param documents the corpus
 * @param counts for each mention, in corpus order, whether it counts
 */
record MentionSelection(List<Document> documents, List<Boolean> counts) {

  private record Triple(String surface, ConceptId concept, String passage) {}

  static MentionSelection of(List<Document> documents, Protocol protocol) {
    List<Boolean> counts = new ArrayList<>();
    Set<Triple> triples = new HashSet<>();
    for (Document document : documents) {
      for (Passage passage : document.passages()) {
        for (Mention mention : passage.mentions()) {
          counts.add(
              switch (protocol) {
                case FULL -> true;
                case RESTRICTED ->
                    mention.single()
                        && triples.add(
                            new Triple(
                                mention.text(), mention.concepts().getFirst(), passage.text()));
              });
        }
      }
    }
    return new MentionSelection(documents, counts);
  }

  /** The chosen ones of a list that has one element for each mention, in corpus order. */
  <T> List<T> choose(List<T> all) {
    List<T> chosen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (counts.get(i)) {
        chosen.add(all.get(i));
      }
    }
    return chosen;
  }

  /** The concepts that single-concept mentions among the chosen denote and that the pool has. */
  Set<ConceptId> ownConcepts(CandidatePool pool) {
    return choose(documents.stream().flatMap(Document::mentions).toList()).stream()
        .filter(Mention::single)
        .map(mention -> mention.concepts().getFirst())
        .filter(pool::contains)
        .collect(Collectors.toSet());
  }
}
