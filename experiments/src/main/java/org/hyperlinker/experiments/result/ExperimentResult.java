package org.hyperlinker.experiments.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.evaluation.comparison.Comparison;
import org.hyperlinker.evaluation.protocol.Protocol;
import org.hyperlinker.experiments.plan.PublishedFigure;

/**
 * What an experiment found.
 *
 * @param name of the plan
 * @param title of the plan
 * @param axis of the plan
 * @param figures in the order of the plan, system by system
 * @param published what others found
 * @param comparisons of the systems under each protocol, p corrected for all tests of one
 * @param costs where speed and size were measured
 * @param provenance digests of the corpora and the ontology
 * @param done steps whose results are there
 * @param steps of the whole plan
 * @param stopped why not all is done
 */
public record ExperimentResult(
    String name,
    String title,
    Optional<String> axis,
    List<ResultFigure> figures,
    List<PublishedFigure> published,
    SequencedMap<Protocol, Comparison> comparisons,
    List<CostFigure> costs,
    SortedMap<String, String> provenance,
    int done,
    int steps,
    Optional<String> stopped) {

  /** Copies the collections. */
  public ExperimentResult {
    figures = List.copyOf(figures);
    published = List.copyOf(published);
    comparisons = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(comparisons));
    costs = List.copyOf(costs);
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
  }

  /** Whether every step is done. */
  public boolean complete() {
    return done == steps;
  }
}
