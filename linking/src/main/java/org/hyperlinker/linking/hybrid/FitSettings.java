package org.hyperlinker.linking.hybrid;

import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * How a rule is fitted.
 *
 * @param folds parts of the training documents, at least 2; the features of each part are computed
 *     with the training mentions of the others only
 * @param best how many of the model's best concepts are candidates, at least 1
 * @param ridge the penalty on half the squared weights, above 0
 * @param abbreviations whether abbreviations are written out
 * @param search how the model's best concepts are found
 * @param threads how many score at once, at least 1
 * @param batch query texts computed together, at least 1
 */
public record FitSettings(
    int folds,
    int best,
    double ridge,
    boolean abbreviations,
    SearchStrategy search,
    int threads,
    int batch) {

  /** Rejects values without meaning. */
  public FitSettings {
    if (folds < 2 || best < 1 || !(ridge > 0) || threads < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "a fit needs 2 folds or more, candidates, threads and batch of at least 1, and a ridge"
              + " above 0");
    }
  }

  /** Five folds, the model's best 20, a ridge of 1, exact search. */
  public static FitSettings of(int threads) {
    return new FitSettings(5, 20, 1, true, new SearchStrategy.Exact(), threads, 64);
  }
}
