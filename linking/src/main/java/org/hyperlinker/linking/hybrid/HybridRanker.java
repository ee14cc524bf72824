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
 * candidates keep their order behind them, so that who asks for more gets the same answers first;
 * their score is the rule's, or that of the concept before them if this is lower. Immutable and
 * safe for many threads.
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
   * @return for each, its candidates by the rule's score, behind them the hits that are none, and
   *     the ranks of all that had one
   */
  public List<RankedConcepts> rank(List<MentionQuery> queries, List<RankedConcepts> ranked) {
    List<AskedMention> document = asked(queries, ranked);
    return ordered(document, document);
  }

  /**
   * Ranks the parts of mentions anew; those of one mention count beside all mentions of the
   * document.
   *
   * @param queries the mentions of one document
   * @param ranked for each what {@link #rank} wants
   * @param parts for each mention the same of each of its parts
   * @return in the order of the parts, what {@link #rank} returns
   */
  public List<List<RankedConcepts>> rankParts(
      List<MentionQuery> queries, List<RankedConcepts> ranked, List<List<RankedConcepts>> parts) {
    if (queries.stream().allMatch(query -> query.parts().isEmpty())) {
      return parts;
    }
    List<AskedMention> document = asked(queries, ranked);
    List<List<RankedConcepts>> answers = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      List<AskedMention> own = asked(queries.get(i).parts(), parts.get(i));
      List<AskedMention> all = new ArrayList<>(document);
      all.addAll(own);
      answers.add(ordered(own, all));
    }
    return answers;
  }

  private List<RankedConcepts> ordered(List<AskedMention> some, List<AskedMention> document) {
    List<RankedConcepts> answers = new ArrayList<>(some.size());
    for (AskedMention asked : some) {
      answers.add(
          ordered(features.of(asked, document), features.further(asked, document), asked.ranked()));
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
    List<AskedMention> document = asked(queries, ranked);
    return document.stream()
        .map(asked -> inOrder(features.of(asked, document)).stream().map(this::weighed).toList())
        .toList();
  }

  private WeighedCandidate weighed(CandidateFeatures.Featured candidate) {
    double[] values = candidate.values();
    return new WeighedCandidate(candidate.hit(), rule.score(values), rule.weighed(values));
  }

  private List<AskedMention> asked(List<MentionQuery> queries, List<RankedConcepts> ranked) {
    List<AskedMention> document = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      document.add(new AskedMention(queries.get(i), evidence(queries.get(i)), ranked.get(i)));
    }
    return document;
  }

  private List<CandidateFeatures.Featured> inOrder(List<CandidateFeatures.Featured> candidates) {
    return candidates.stream()
        .sorted(
            Comparator.comparingDouble(
                (CandidateFeatures.Featured candidate) -> -rule.score(candidate.values())))
        .toList();
  }

  private RankedConcepts ordered(
      List<CandidateFeatures.Featured> candidates,
      List<CandidateFeatures.Featured> further,
      RankedConcepts before) {
    List<CandidateFeatures.Featured> order = inOrder(candidates);
    List<ConceptHit> hits = new ArrayList<>(order.size());
    Map<ConceptId, Integer> ranks = new HashMap<>();
    order.forEach(candidate -> hits.add(scored(candidate.hit(), rule.score(candidate.values()))));
    for (CandidateFeatures.Featured other : further) {
      double most = hits.isEmpty() ? Double.POSITIVE_INFINITY : hits.getLast().score();
      hits.add(scored(other.hit(), Math.min(most, rule.score(other.values()))));
    }
    for (ConceptHit hit : hits) {
      ranks.put(hit.concept(), ranks.size() + 1);
    }
    before
        .ranks()
        .forEach((concept, rank) -> ranks.computeIfAbsent(concept, _ -> behind(rank, order)));
    return new RankedConcepts(hits, ranks, before.asked(), before.complete());
  }

  private static ConceptHit scored(ConceptHit hit, double score) {
    return new ConceptHit(hit.row(), hit.number(), (float) score);
  }

  /** The rank of a concept that is no candidate, once those behind it that are go before it. */
  private static int behind(int rank, List<CandidateFeatures.Featured> candidates) {
    return rank
        + (int) candidates.stream().filter(c -> c.rank().orElse(Integer.MAX_VALUE) > rank).count();
  }
}
