package org.hyperlinker.evaluation.metrics;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The metrics of a run against relevance judgements. Queries of the run without judgements are left
 * out; judged queries that the run lacks count as 0. Documents are ordered as trec_eval does, by
 * falling score and, of equal scores, falling id; of several entries of a document the best counts.
 *
 * @param aggregated metric name to the mean over the judged queries, in the order of the metrics
 * @param perQuery query id to metric name to value, by query id
 * @param unjudged queries of the run without judgements
 * @param unanswered judged queries that the run lacks
 */
public record IrEvaluation(
    SequencedMap<String, Double> aggregated,
    SequencedMap<String, SequencedMap<String, Double>> perQuery,
    int unjudged,
    int unanswered) {

  /** Makes the maps unmodifiable. */
  public IrEvaluation {
    aggregated = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(aggregated));
    perQuery = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(perQuery));
  }

  /**
   * Measures a run.
   *
   * @param run query id to what was retrieved, in any order
   * @param qrels query id to document id to relevance
   * @throws IllegalArgumentException if no query of the run is judged
   */
  public static IrEvaluation of(
      Map<String, List<RankedDocument>> run,
      Map<String, Map<String, Integer>> qrels,
      List<IrMetric> metrics) {
    int judged = requireJudged(run.keySet(), qrels);
    SequencedMap<String, SequencedMap<String, Double>> perQuery = new LinkedHashMap<>();
    new TreeMap<>(qrels)
        .forEach(
            (query, judgements) -> {
              List<String> ranking = ranking(run.getOrDefault(query, List.of()));
              SequencedMap<String, Double> values = new LinkedHashMap<>();
              metrics.forEach(m -> values.put(m.name(), m.score(ranking, judgements)));
              perQuery.put(query, Collections.unmodifiableSequencedMap(values));
            });
    SequencedMap<String, Double> aggregated = new LinkedHashMap<>();
    for (IrMetric metric : metrics) {
      double sum =
          perQuery.values().stream().mapToDouble(values -> values.get(metric.name())).sum();
      aggregated.put(metric.name(), sum / perQuery.size());
    }
    return new IrEvaluation(aggregated, perQuery, run.size() - judged, qrels.size() - judged);
  }

  /**
   * How many of these queries are judged.
   *
   * @throws IllegalArgumentException if none is
   */
  public static int requireJudged(Set<String> queries, Map<String, Map<String, Integer>> qrels) {
    int judged = (int) queries.stream().filter(qrels::containsKey).count();
    if (judged == 0) {
      throw new IllegalArgumentException(
          "none of the "
              + queries.size()
              + " queries has relevance judgements (qrels of "
              + qrels.size()
              + " queries); check that both use the same query ids");
    }
    return judged;
  }

  /** Document ids in trec_eval's order, each once with its best score. */
  static List<String> ranking(List<RankedDocument> documents) {
    Map<String, Double> best = new LinkedHashMap<>();
    documents.forEach(document -> best.merge(document.id(), document.score(), Math::max));
    return best.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
