package org.hyperlinker.linking;

import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * How much a linker answers, how it searches and how much of the machine it takes.
 *
 * @param topK candidates for each mention at most, at least 1
 * @param threads how many score at once, at least 1
 * @param search which rows are scored
 */
public record LinkingOptions(int topK, int threads, SearchStrategy search) {

  /** Candidates by default: what a person reads at a glance, and what Accuracy@10 needs. */
  public static final int DEFAULT_TOP_K = 10;

  /** Rejects values without meaning. */
  public LinkingOptions {
    if (topK < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "linking needs a top k and threads of at least 1, found: " + topK + " and " + threads);
    }
  }

  /** Every row is scored. */
  public LinkingOptions(int topK, int threads) {
    this(topK, threads, new SearchStrategy.Exact());
  }

  /** Ten candidates; one thread for each processor, as scoring keeps each of them busy. */
  public static LinkingOptions defaults() {
    return new LinkingOptions(DEFAULT_TOP_K, Runtime.getRuntime().availableProcessors());
  }
}
