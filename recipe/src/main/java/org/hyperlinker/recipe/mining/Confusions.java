package org.hyperlinker.recipe.mining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.hyperlinker.core.lexical.Trigrams;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexRow;
import org.hyperlinker.search.index.RowsOfConcepts;

/** What is mistaken for what, by the model and by the mentions themselves. */
final class Confusions {

  private final EmbeddingIndex index;
  private final RowsOfConcepts rows;

  /** Gold concept to wrong rows that were ranked first, each with its number of queries. */
  private final Map<ConceptId, Map<Integer, Integer>> wrong = new HashMap<>();

  /** Normal form of a mention to its concepts, each with its number of examples. */
  private final Map<String, Map<ConceptId, Integer>> sameForm = new HashMap<>();

  Confusions(EmbeddingIndex index) {
    this.index = index;
    this.rows = RowsOfConcepts.of(index.rowConcepts(), index.remembered());
  }

  void addMention(String surface, ConceptId concept) {
    sameForm
        .computeIfAbsent(NameKey.of(surface), _ -> new TreeMap<>())
        .merge(concept, 1, Integer::sum);
  }

  void addWrongFirst(Set<ConceptId> gold, int row) {
    gold.forEach(
        concept ->
            wrong.computeIfAbsent(concept, _ -> new TreeMap<>()).merge(row, 1, Integer::sum));
  }

  /** The model's mistakes first, the most frequent first, then the concepts of the same form. */
  List<Candidate> of(String surface, Gold gold) {
    Map<Integer, Integer> mistakes = new TreeMap<>();
    for (ConceptId concept : gold.concepts()) {
      wrong
          .getOrDefault(concept, Map.of())
          .forEach((row, n) -> mistakes.merge(row, n, Integer::sum));
    }
    List<Integer> ordered = new ArrayList<>(byCount(mistakes));
    byCount(sameForm.getOrDefault(NameKey.of(surface), Map.of()))
        .forEach(
            concept -> rows.of(concept).boxed().max(likeness(surface)).ifPresent(ordered::add));
    Set<ConceptId> seen = new HashSet<>();
    List<Candidate> candidates = new ArrayList<>();
    for (int row : ordered) {
      IndexRow found = index.row(row);
      if (gold.allowsAsNegative(found) && seen.add(found.concept())) {
        candidates.add(new Candidate(row, OptionalDouble.empty()));
      }
    }
    return candidates;
  }

  /** Of rows alike, the first counts as the greatest. */
  private Comparator<Integer> likeness(String surface) {
    Trigrams grams = Trigrams.of(surface);
    return Comparator.comparingDouble(
            (Integer row) -> grams.likeness(Trigrams.of(index.row(row).name())))
        .thenComparing(Comparator.<Integer>reverseOrder());
  }

  private static <K extends Comparable<K>> List<K> byCount(Map<K, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<K, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
