package org.hyperlinker.linking;

import java.util.List;

/**
 * The answers for the mentions of documents, with what they cost.
 *
 * @param mentions in document order
 * @param queries distinct query texts, the only ones that were computed
 * @param encodeSeconds spent making queries of texts
 * @param searchSeconds spent scoring and sorting
 */
public record Ranking(
    List<RankedMention> mentions, int queries, double encodeSeconds, double searchSeconds) {

  /** Copies the list. */
  public Ranking {
    mentions = List.copyOf(mentions);
  }
}
