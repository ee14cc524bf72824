package org.hyperlinker.linking.hybrid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.linking.query.MentionQuery;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.RankedConcepts;
import org.hyperlinker.search.index.EmbeddingIndex;

/**
 * Ranks the candidates of a document's mentions anew by a {@link HybridRule}. Concepts that are no
 * candidates keep their order behind them. Immutable and safe for many threads.
 */
public final class HybridRanker {

  private final EmbeddingIndex index;
  private final MentionLookup memory;
  private final HybridRule rule;
  private final CandidateFeatures features;

  /**
   * A ranker.
   *
   * @param index must stay open
   * @param memory the training mentions that count as evidence
   * @throws IllegalArgumentException if the rule was fitted to another model's scores
   */
  public HybridRanker(EmbeddingIndex index, MentionLookup memory, HybridRule rule) {
    if (!rule.modelFingerprint().equals(index.metadata().modelFingerprint())) {
      throw new IllegalArgumentException(
          "the hybrid rule was fitted to model "
              + rule.modelFingerprint()
              + ", but the index is of model "
              + index.metadata().modelFingerprint()
              + "; fit it again with 'hyperlinker combine', or leave it out with --no-hybrid");
    }
    this.index = index;
    this.memory = memory;
    this.rule = rule;
    this.features = new CandidateFeatures(memory, rule.types(), rule.best());
  }

  /** How many of the model's best concepts the rule looks at. */
  public int best() {
    return rule.best();
  }

  /** What a mention's words say. */
  Evidence evidence(MentionQuery query) {
    return Evidence.of(query, index, memory);
  }

  /** The concepts whose scores the rule needs, beside the model's best. */
  public Set<ConceptId> brought(MentionQuery query) {
    return evidence(query).concepts();
  }

  /**
   * Ranks anew.
   *
   * @param queries the mentions of one document
   * @param ranked for each, at least {@link #best} hits where there are as many, and the places of
   *     what it {@link #brought}
   * @return for each, its candidates by the rule's score, and the ranks of all that had one
   */
  public List<RankedConcepts> rank(List<MentionQuery> queries, List<RankedConcepts> ranked) {
    List<List<CandidateFeatures.Featured>> candidates = featured(queries, ranked);
    List<RankedConcepts> answers = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      answers.add(ordered(candidates.get(i), ranked.get(i)));
    }
    return answers;
  }

  /**
   * What the rule makes of each candidate.
   *
   * @param queries the mentions of one document
   * @param ranked as {@link #rank} wants it
   * @return for each mention, its candidates by the rule's score
   */
  public List<List<WeighedCandidate>> weigh(
      List<MentionQuery> queries, List<RankedConcepts> ranked) {
    return featured(queries, ranked).stream()
        .map(candidates -> inOrder(candidates).stream().map(this::weighed).toList())
        .toList();
  }

  private WeighedCandidate weighed(CandidateFeatures.Featured candidate) {
    double[] values = candidate.values();
    return new WeighedCandidate(candidate.hit(), rule.score(values), rule.weighed(values));
  }

  private List<List<CandidateFeatures.Featured>> featured(
      List<MentionQuery> queries, List<RankedConcepts> ranked) {
    List<AskedMention> document = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      document.add(new AskedMention(queries.get(i), evidence(queries.get(i)), ranked.get(i)));
    }
    return features.of(document);
  }

  private List<CandidateFeatures.Featured> inOrder(List<CandidateFeatures.Featured> candidates) {
    return candidates.stream()
        .sorted(
            Comparator.comparingDouble(
                (CandidateFeatures.Featured candidate) -> -rule.score(candidate.values())))
        .toList();
  }

  private RankedConcepts ordered(
      List<CandidateFeatures.Featured> candidates, RankedConcepts before) {
    List<CandidateFeatures.Featured> order = inOrder(candidates);
    List<ConceptHit> hits = new ArrayList<>(order.size());
    Map<ConceptId, Integer> ranks = new HashMap<>();
    for (CandidateFeatures.Featured candidate : order) {
      ConceptHit hit = candidate.hit();
      hits.add(new ConceptHit(hit.row(), hit.number(), (float) rule.score(candidate.values())));
      ranks.put(hit.concept(), hits.size());
    }
    before
        .ranks()
        .forEach((concept, rank) -> ranks.computeIfAbsent(concept, _ -> behind(rank, order)));
    return new RankedConcepts(hits, ranks, before.asked());
  }

  /** The rank of a concept that is no candidate, once those behind it that are go before it. */
  private static int behind(int rank, List<CandidateFeatures.Featured> candidates) {
    return rank
        + (int) candidates.stream().filter(c -> c.rank().orElse(Integer.MAX_VALUE) > rank).count();
  }
}
