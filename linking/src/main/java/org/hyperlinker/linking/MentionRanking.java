package org.hyperlinker.linking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.linking.hybrid.HybridRanker;
import org.hyperlinker.linking.hybrid.WeighedCandidate;
import org.hyperlinker.linking.query.MentionQuery;
import org.hyperlinker.linking.ranking.ConceptRanker;
import org.hyperlinker.linking.ranking.Progress;
import org.hyperlinker.search.RankedConcepts;

/**
 * Ranks concepts for queries by the model's score: equal texts once, some texts at a time. Belongs
 * to one thread.
 */
final class MentionRanking {

  private final ConceptRanker ranker;
  private final Optional<HybridRanker> hybrid;
  private final int batch;
  private final SequencedMap<String, ConceptRanker.Query> byText = new LinkedHashMap<>();
  private final Map<String, RankedConcepts> answers = new HashMap<>();
  private double encodeSeconds;
  private double searchSeconds;

  MentionRanking(ConceptRanker ranker, Optional<HybridRanker> hybrid, int batch) {
    this.ranker = ranker;
    this.hybrid = hybrid;
    this.batch = batch;
  }

  /** Adds a query, and those of its parts, to those that {@link #run} answers. */
  void add(MentionQuery query) {
    query.parts().forEach(this::add);
    Set<ConceptId> asked = new HashSet<>(query.mention().concepts());
    hybrid.ifPresent(rule -> asked.addAll(rule.brought(query)));
    byText.merge(
        query.text(),
        new ConceptRanker.Query(query.text(), query.surface(), asked),
        (one, other) -> {
          asked.addAll(one.asked());
          return new ConceptRanker.Query(query.text(), query.surface(), asked);
        });
  }

  void run(int k, Progress progress) {
    int least = hybrid.map(rule -> Math.max(k, rule.best())).orElse(k);
    List<ConceptRanker.Query> queries = List.copyOf(byText.values());
    for (int from = 0; from < queries.size(); from += batch) {
      List<ConceptRanker.Query> some =
          queries.subList(from, Math.min(queries.size(), from + batch));
      ConceptRanker.Batch answered = ranker.rank(some, least);
      for (int i = 0; i < some.size(); i++) {
        answers.put(some.get(i).text(), answered.answers().get(i));
      }
      encodeSeconds += answered.encodeSeconds();
      searchSeconds += answered.searchSeconds();
      progress.advanced(from + some.size(), queries.size());
    }
  }

  /** The answers for the mentions of a document, by the rule if there is one. */
  List<RankedConcepts> of(List<MentionQuery> document) {
    List<RankedConcepts> ranked = found(document);
    return hybrid.map(rule -> rule.rank(document, ranked)).orElse(ranked);
  }

  /** What the rule makes of the candidates of each mention of a document, if there is a rule. */
  Optional<List<List<WeighedCandidate>>> weigh(List<MentionQuery> document) {
    return hybrid.map(rule -> rule.weigh(document, found(document)));
  }

  /** For each mention of a document the answers for its parts, by the rule if there is one. */
  List<List<RankedConcepts>> ofParts(List<MentionQuery> document) {
    List<List<RankedConcepts>> ranked =
        document.stream().map(query -> found(query.parts())).toList();
    return hybrid.map(rule -> rule.rankParts(document, found(document), ranked)).orElse(ranked);
  }

  private List<RankedConcepts> found(List<MentionQuery> queries) {
    return queries.stream().map(query -> answers.get(query.text())).toList();
  }

  Ranking result(List<RankedMention> mentions) {
    return new Ranking(mentions, byText.size(), encodeSeconds, searchSeconds);
  }
}
