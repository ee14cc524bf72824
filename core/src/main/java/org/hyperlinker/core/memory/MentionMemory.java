package org.hyperlinker.core.memory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hyperlinker.core.abbreviation.Abbreviations;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * The distinct pairs of surface and concept of a training corpus, each with its count. Case does
 * not make a surface another one. Short forms are remembered by the long forms that their documents
 * define, as they mean other things elsewhere; a short form that no document defines stays.
 *
 * @param mentions in corpus order
 */
public record MentionMemory(List<RememberedMention> mentions) {

  /** Nothing remembered. */
  public static final MentionMemory NONE = new MentionMemory(List.of());

  /** Copies the list. */
  public MentionMemory {
    mentions = List.copyOf(mentions);
  }

  private record Pair(String surface, ConceptId concept) {}

  /** Remembers the single-concept mentions of these documents. */
  public static MentionMemory of(Collection<Document> documents) {
    Map<Pair, RememberedMention> pairs = new LinkedHashMap<>();
    for (Document document : documents) {
      Abbreviations abbreviations = Abbreviations.of(document);
      document
          .mentions()
          .filter(mention -> mention.single() && !mention.text().isBlank())
          .forEach(mention -> add(pairs, mention, abbreviations));
    }
    return new MentionMemory(List.copyOf(pairs.values()));
  }

  private static void add(
      Map<Pair, RememberedMention> pairs, Mention mention, Abbreviations abbreviations) {
    String surface = abbreviations.expand(mention.text()).orElse(mention.text());
    ConceptId concept = mention.concepts().getFirst();
    pairs.merge(
        new Pair(surface.toLowerCase(Locale.ROOT), concept),
        new RememberedMention(surface, concept, 1),
        (old, one) -> new RememberedMention(old.surface(), concept, old.count() + 1));
  }

  /** The remembered mentions of each concept. */
  public Map<ConceptId, List<RememberedMention>> byConcept() {
    return mentions.stream().collect(Collectors.groupingBy(RememberedMention::concept));
  }
}
