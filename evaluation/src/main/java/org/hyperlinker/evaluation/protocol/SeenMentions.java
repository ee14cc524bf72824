package org.hyperlinker.evaluation.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.ontology.ConceptId;

/** What a training corpus has shown: the single-concept mentions, of which examples are made. */
final class SeenMentions {

  private record Pair(String surface, ConceptId concept) {}

  private final Set<ConceptId> concepts = new HashSet<>();
  private final Set<Pair> pairs = new HashSet<>();

  SeenMentions(List<Document> documents) {
    documents.stream().flatMap(Document::mentions).filter(Mention::single).forEach(this::add);
  }

  private void add(Mention mention) {
    concepts.add(mention.concepts().getFirst());
    pairs.add(pair(mention));
  }

  boolean concept(Mention mention) {
    return concepts.contains(mention.concepts().getFirst());
  }

  boolean surfaceAndConcept(Mention mention) {
    return pairs.contains(pair(mention));
  }

  private static Pair pair(Mention mention) {
    return new Pair(mention.text().toLowerCase(Locale.ROOT), mention.concepts().getFirst());
  }
}
