package org.hyperlinker.evaluation.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of an evaluation. Everything but the timings is decided by the inputs.
 *
 * @param settings what was measured and how
 * @param coverage what became of the mentions
 * @param slices the main figure first ({@code in ontology}: asked single-concept mentions whose
 *     concept is in the index), then {@code all single} (concepts outside count as wrong), then the
 *     breakdowns, each over the mentions of the main figure
 * @param timings where the time went
 * @param provenance digests of corpora, model and index
 */
public record EvaluationReport(
    EvaluationSettings settings,
    Coverage coverage,
    List<Slice> slices,
    Timings timings,
    SortedMap<String, String> provenance) {

  /** Copies the collections. */
  public EvaluationReport {
    slices = List.copyOf(slices);
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) provenance));
  }

  /** The main figure. */
  public Slice main() {
    return slices.getFirst();
  }
}
