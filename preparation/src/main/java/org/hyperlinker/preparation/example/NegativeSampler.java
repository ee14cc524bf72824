package org.hyperlinker.preparation.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.preparation.example.NameRows.Row;
import org.hyperlinker.preparation.lexical.TrigramIndex;
import org.hyperlinker.preparation.lexical.TrigramIndex.Hit;

/**
 * Draws negatives. {@link Random} serves because its sequence is part of its contract: equal seeds
 * give equal files on every JDK.
 */
final class NegativeSampler {

  /** Hits asked for at first, per negative: names of one concept are often close together. */
  private static final int POOL = 8;

  /** Draws per negative before the knowledge base counts as too small. */
  private static final int DRAWS = 1000;

  private final List<Concept> concepts;
  private final NameRows rows;
  private final Negatives negatives;
  private final TrigramIndex index;
  private final Random random;
  private final boolean preferredOnly;
  private final Map<Key, List<Row>> close = new HashMap<>();

  /**
   * A sampler over all names.
   *
   * @param preferredOnly whether items show preferred names; names are still compared by all
   */
  NegativeSampler(KnowledgeBase knowledgeBase, Negatives negatives, boolean preferredOnly) {
    this.concepts = knowledgeBase.concepts();
    this.negatives = negatives;
    this.preferredOnly = preferredOnly;
    switch (negatives) {
      case Negatives.None _ -> {
        rows = new NameRows(new KnowledgeBase(List.of()));
        random = new Random(0);
        index = new TrigramIndex(List.of());
      }
      case Negatives.Random(int _, long seed) -> {
        rows = new NameRows(knowledgeBase);
        random = new Random(seed);
        index = new TrigramIndex(List.of());
      }
      case Negatives.Hard(int _, long seed) -> {
        rows = new NameRows(knowledgeBase);
        random = new Random(seed);
        index = new TrigramIndex(rows.texts());
      }
    }
  }

  private record Key(String surface, List<Concept> gold) {}

  /**
   * The negatives of a mention, hardest first.
   *
   * @throws IllegalArgumentException if the knowledge base has not that many other concepts
   */
  List<Row> sample(String surface, List<Concept> gold) {
    return switch (negatives) {
      case Negatives.None _ -> List.of();
      case Negatives.Random(int count, long _) -> filled(List.of(), count, gold);
      case Negatives.Hard(int count, long _) ->
          filled(
              close.computeIfAbsent(
                  new Key(surface, gold), key -> closest(key.surface(), count, key.gold())),
              count,
              gold);
    };
  }

  private List<Row> closest(String surface, int count, List<Concept> gold) {
    Set<String> forbidden = NameRows.folded(gold);
    for (int pool = POOL * (count + 1); ; pool *= 4) {
      List<Hit> hits = index.closest(surface, pool);
      List<Row> chosen = new ArrayList<>(count);
      Set<ConceptId> used = ids(gold);
      for (Hit hit : hits) {
        Row row = shown(rows.get(hit.row()));
        if (chosen.size() < count && allowed(rows.get(hit.row()), row, forbidden, used)) {
          chosen.add(row);
        }
      }
      if (chosen.size() == count || hits.size() < pool) {
        return chosen;
      }
    }
  }

  private List<Row> filled(List<Row> beginning, int count, List<Concept> gold) {
    List<Row> chosen = new ArrayList<>(beginning);
    Set<ConceptId> used = ids(gold);
    beginning.forEach(row -> used.add(row.concept().id()));
    Set<String> forbidden = NameRows.folded(gold);
    for (int draw = 0; chosen.size() < count; draw++) {
      if (concepts.isEmpty() || draw > DRAWS * count) {
        throw new IllegalArgumentException(
            "%d negatives a query are asked for, but the ontology has not that many other concepts"
                .formatted(count));
      }
      Row row = drawn();
      if (allowed(row, row, forbidden, used)) {
        chosen.add(row);
      }
    }
    return chosen;
  }

  /** Whether the concept is free, which uses it up, and neither name reads like a gold one. */
  private static boolean allowed(Row drawn, Row shown, Set<String> forbidden, Set<ConceptId> used) {
    return !forbidden.contains(NameRows.fold(drawn.name().text()))
        && !forbidden.contains(NameRows.fold(shown.name().text()))
        && used.add(drawn.concept().id());
  }

  private static Set<ConceptId> ids(List<Concept> concepts) {
    return concepts.stream().map(Concept::id).collect(Collectors.toCollection(HashSet::new));
  }

  private Row drawn() {
    return preferredOnly
        ? preferred(concepts.get(random.nextInt(concepts.size())))
        : rows.get(random.nextInt(rows.size()));
  }

  private Row shown(Row row) {
    return preferredOnly ? preferred(row.concept()) : row;
  }

  private static Row preferred(Concept concept) {
    return new Row(concept, concept.names().getFirst());
  }
}
