package org.hyperlinker.linking.hybrid;

import java.util.List;

/**
 * A fitted rule and what cross-validation over documents says of it.
 *
 * @param rule fitted to all documents
 * @param mentions in-ontology single-concept mentions that were asked
 * @param reachable those whose concept is among the candidates, the upper bound of every accuracy
 * @param folds how many parts of the documents there were
 * @param accuracies the share of {@code mentions} with the right concept first, for the whole rule,
 *     then without each group of features, then with the model's score alone
 */
public record HybridFit(
    HybridRule rule, int mentions, int reachable, int folds, List<Accuracy> accuracies) {

  /** Copies the list. */
  public HybridFit {
    accuracies = List.copyOf(accuracies);
  }

  /**
   * A line of the ablation.
   *
   * @param features which took part, such as {@code without names}
   * @param accuracy cross-validated Accuracy@1
   */
  public record Accuracy(String features, double accuracy) {}
}
