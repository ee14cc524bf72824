package org.hyperlinker.search.approximate;

import org.hyperlinker.search.SearchQuery;

/** Finds good rows for a query without scoring all of them. Safe for many threads. */
public sealed interface RowSearch permits GraphSearch, GreedySearch, TwoStageSearch {

  /**
   * The rows found.
   *
   * @param least how many the caller hopes for, at least 1; there may be more, and fewer where a
   *     search has seen no more
   * @throws IllegalArgumentException if the query scores items of another width
   * @throws IllegalStateException if a score is not a number
   */
  FoundRows find(SearchQuery query, int least);
}
