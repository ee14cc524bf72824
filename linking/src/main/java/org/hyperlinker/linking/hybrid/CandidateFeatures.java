package org.hyperlinker.linking.hybrid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.hyperlinker.core.lexical.Trigrams;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.RankedConcepts;

/**
 * The candidates of a document's mentions with their features: the model's best concepts and those
 * that the words bring up.
 */
final class CandidateFeatures {

  /** Ranks behind it are alike. */
  private static final int LAST_RANK = 200;

  private final MentionLookup memory;
  private final TypeBranches types;
  private final int best;

  /**
   * Features by these lookups.
   *
   * @param best how many of the model's best concepts are candidates, at least 1
   */
  CandidateFeatures(MentionLookup memory, TypeBranches types, int best) {
    this.memory = memory;
    this.types = types;
    this.best = best;
  }

  /**
   * A candidate.
   *
   * @param hit its best row and the model's score
   * @param rank its place by that score; empty if an approximate search did not find it among the
   *     best
   * @param values its features, by {@link Feature#ordinal}
   */
  record Featured(ConceptHit hit, OptionalInt rank, double[] values) {}

  /** The candidates of a mention among the others of its document, in order. */
  List<Featured> of(AskedMention asked, List<AskedMention> document) {
    return featured(candidates(asked), asked, document);
  }

  /** The model's hits for a mention that are no candidates, in its order. */
  List<Featured> further(AskedMention asked, List<AskedMention> document) {
    return featured(further(asked), asked, document);
  }

  private Collection<ConceptHit> further(AskedMention asked) {
    Set<ConceptId> brought = asked.evidence().concepts();
    return asked.ranked().hits().stream()
        .skip(best)
        .filter(hit -> !brought.contains(hit.concept()))
        .toList();
  }

  private Collection<ConceptHit> candidates(AskedMention asked) {
    Map<ConceptId, ConceptHit> candidates = new LinkedHashMap<>();
    asked.ranked().hits().stream().limit(best).forEach(hit -> candidates.put(hit.concept(), hit));
    asked.evidence().concepts().stream()
        .sorted()
        .forEach(
            concept -> {
              ConceptHit hit = asked.ranked().asked().get(concept);
              if (hit != null) {
                candidates.putIfAbsent(concept, hit);
              }
            });
    return candidates.values();
  }

  private List<Featured> featured(
      Collection<ConceptHit> chosen, AskedMention asked, List<AskedMention> document) {
    List<ConceptHit> hits = asked.ranked().hits();
    Map<ConceptId, Integer> ranks = ranks(asked.ranked());
    double top = hits.isEmpty() ? 0 : hits.getFirst().score();
    double lead = hits.size() < 2 ? 0 : top - hits.get(1).score();
    List<Featured> featured = new ArrayList<>(chosen.size());
    for (ConceptHit hit : chosen) {
      Integer rank = ranks.get(hit.concept());
      double[] values = new double[Feature.values().length];
      words(asked, hit, values);
      model(hit, rank, top, lead, values);
      elsewhere(asked, hit.concept(), document, values);
      set(
          values,
          Feature.BRANCH,
          types.logShare(asked.query().mention().type(), hit.row().branches()));
      featured.add(
          new Featured(hit, rank == null ? OptionalInt.empty() : OptionalInt.of(rank), values));
    }
    return featured;
  }

  /**
   * The ranks that count. How many hits an approximate search was asked for decides which ranks
   * behind the best are known; they are taken for unknown, so that a score does not depend on it.
   */
  private Map<ConceptId, Integer> ranks(RankedConcepts ranked) {
    Map<ConceptId, Integer> ranks = new HashMap<>(ranked.ranks());
    if (!ranked.complete()) {
      ranks.values().removeIf(rank -> rank > best);
    }
    for (int i = 0; i < Math.min(best, ranked.hits().size()); i++) {
      ranks.put(ranked.hits().get(i).concept(), i + 1);
    }
    return ranks;
  }

  private void words(AskedMention asked, ConceptHit hit, double[] values) {
    Evidence evidence = asked.evidence();
    ConceptId concept = hit.concept();
    if (evidence.named().containsKey(concept)) {
      set(values, Feature.SAME_NAME, 1);
      set(values, Feature.SAME_PREFERRED, evidence.named().get(concept) ? 1 : 0);
      set(values, Feature.SAME_UNIQUE, evidence.named().size() == 1 ? 1 : 0);
    }
    set(values, Feature.SAME_WORDS, evidence.reordered().contains(concept) ? 1 : 0);
    set(values, Feature.SAME_WRITTEN, evidence.written().contains(concept) ? 1 : 0);
    int all = evidence.remembered().values().stream().mapToInt(Integer::intValue).sum();
    int own = evidence.remembered().getOrDefault(concept, 0);
    set(values, Feature.MEMORY_SHARE, all == 0 ? 0 : (double) own / all);
    set(values, Feature.MEMORY_COUNT, Math.log1p(own));
    set(values, Feature.MEMORY_OTHER, Math.log1p(all - own));
    set(values, Feature.CONCEPT_COUNT, Math.log1p(memory.count(concept)));
    Trigrams matched = Trigrams.of(hit.row().name());
    Trigrams preferred =
        hit.row().name().equals(hit.row().preferredName())
            ? matched
            : Trigrams.of(hit.row().preferredName());
    set(values, Feature.LIKENESS, evidence.trigrams().likeness(matched));
    set(values, Feature.LIKENESS_PREFERRED, evidence.trigrams().likeness(preferred));
  }

  private static void model(
      ConceptHit hit, Integer rank, double top, double lead, double[] values) {
    set(values, Feature.SCORE_GAP, Math.min(0, hit.score() - top));
    int place = rank == null ? LAST_RANK : Math.min(rank, LAST_RANK);
    set(values, Feature.LOG_RANK, -Math.log(place));
    set(values, Feature.FIRST, place == 1 ? 1 : 0);
    set(values, Feature.LEAD, place == 1 ? lead : 0);
  }

  private static void elsewhere(
      AskedMention asked, ConceptId concept, List<AskedMention> document, double[] values) {
    int first = 0;
    int named = 0;
    for (AskedMention other : document) {
      if (!other.evidence().form().ordered().equals(asked.evidence().form().ordered())) {
        List<ConceptHit> hits = other.ranked().hits();
        first += !hits.isEmpty() && hits.getFirst().concept().equals(concept) ? 1 : 0;
        named += other.evidence().names(concept) ? 1 : 0;
      }
    }
    set(values, Feature.FIRST_ELSEWHERE, Math.log1p(first));
    set(values, Feature.NAMED_ELSEWHERE, Math.log1p(named));
  }

  private static void set(double[] values, Feature feature, double value) {
    values[feature.ordinal()] = value;
  }
}
