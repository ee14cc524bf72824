package org.hyperlinker.experiments.plan;

import java.time.Duration;

/**
 * How speed is measured.
 *
 * @param queries mentions linked one by one, at least 1
 * @param threads of encoder and search, at least 1
 * @param warmUp of each search, 0 or more
 */
public record BenchChoice(int queries, int threads, Duration warmUp) {

  /** Rejects what could not be measured, before anything is trained for it. */
  public BenchChoice {
    if (queries < 1 || threads < 1 || warmUp.isNegative()) {
      throw new IllegalArgumentException(
          "a bench needs 1 query and 1 thread at least and a warm-up of 0 or more, found: "
              + queries
              + ", "
              + threads
              + " and "
              + warmUp.toMillis()
              + " ms");
    }
  }
}
