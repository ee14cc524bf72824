package org.hyperlinker.evaluation.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hyperlinker.evaluation.metrics.RankMeasure;

/**
 * What is measured and how.
 *
 * @param protocol which mentions and candidates
 * @param cutoffs the k of Accuracy@k, each at least 1
 * @param mrrCut where the cut reciprocal rank stops, at least 1
 * @param topK candidates kept for each mention in the results, at least 1; ranks are not cut by it
 * @param batch query texts encoded and searched together, at least 1
 */
public record EvaluationSettings(
    Protocol protocol, SortedSet<Integer> cutoffs, int mrrCut, int topK, int batch) {

  /** Copies the cut-offs and rejects values below 1. */
  public EvaluationSettings {
    cutoffs = Collections.unmodifiableSortedSet(new TreeSet<>(cutoffs));
    if (cutoffs.isEmpty() || cutoffs.first() < 1 || mrrCut < 1 || topK < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "an evaluation needs cut-offs, MRR cut, top k and batch of at least 1, found: "
              + List.of(cutoffs, mrrCut, topK, batch));
    }
  }

  /** What is measured: Accuracy@k for each cut-off, MRR and the cut MRR. */
  public List<RankMeasure> measures() {
    List<RankMeasure> measures = new ArrayList<>();
    cutoffs.forEach(k -> measures.add(new RankMeasure.Within(k)));
    measures.add(new RankMeasure.Reciprocal());
    measures.add(new RankMeasure.Reciprocal(mrrCut));
    return measures;
  }

  /** Accuracy@1/5/10, MRR and MRR@10, ten candidates kept, 64 queries at a time. */
  public static EvaluationSettings of(Protocol protocol) {
    return new EvaluationSettings(protocol, new TreeSet<>(List.of(1, 5, 10)), 10, 10, 64);
  }
}
