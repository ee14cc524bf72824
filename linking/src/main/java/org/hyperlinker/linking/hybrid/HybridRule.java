package org.hyperlinker.linking.hybrid;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.io.Sha256;

/**
 * A linear rule: a candidate's score is the weighted sum of its features. Fitted, its softmax over
 * a mention's candidates is the probability that each is meant, given that one of them is.
 *
 * @param weights by feature; a feature without a weight counts nothing
 * @param types what mention types say of branches
 * @param best how many of the model's best concepts are candidates
 * @param modelFingerprint the model whose scores the weights were fitted to
 * @param provenance what the fit was made of
 */
public record HybridRule(
    Map<Feature, Double> weights,
    TypeBranches types,
    int best,
    String modelFingerprint,
    SortedMap<String, String> provenance) {

  /** Copies the maps. */
  public HybridRule {
    weights =
        Collections.unmodifiableMap(
            weights.isEmpty() ? new EnumMap<>(Feature.class) : new EnumMap<>(weights));
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
  }

  /** Digest of what decides its scores: weights, branches and how many candidates it sees. */
  public String sha256() {
    return Sha256.of(weights.toString() + types.counts() + best);
  }

  /** The values, by {@link Feature#ordinal}, of the features that have a weight. */
  List<WeighedFeature> weighed(double[] values) {
    return weights.entrySet().stream()
        .map(w -> new WeighedFeature(w.getKey(), values[w.getKey().ordinal()], w.getValue()))
        .toList();
  }

  double score(double[] values) {
    double score = 0;
    for (Map.Entry<Feature, Double> weight : weights.entrySet()) {
      score += weight.getValue() * values[weight.getKey().ordinal()];
    }
    return score;
  }
}
