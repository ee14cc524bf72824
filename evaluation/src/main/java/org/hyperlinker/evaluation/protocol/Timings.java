package org.hyperlinker.evaluation.protocol;

import org.hyperlinker.linking.Ranking;

/**
 * Where the time went.
 *
 * @param queries distinct query texts, the only ones that were computed
 * @param encodeSeconds spent making queries of texts
 * @param searchSeconds spent scoring and sorting
 * @param mentionsPerSecond ranked mentions over both times together
 */
public record Timings(
    int queries, double encodeSeconds, double searchSeconds, double mentionsPerSecond) {

  static Timings of(Ranking ranking) {
    double seconds = ranking.encodeSeconds() + ranking.searchSeconds();
    return new Timings(
        ranking.queries(),
        ranking.encodeSeconds(),
        ranking.searchSeconds(),
        seconds > 0 ? ranking.mentions().size() / seconds : 0);
  }
}
