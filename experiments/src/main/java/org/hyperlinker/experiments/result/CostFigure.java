package org.hyperlinker.experiments.result;

import java.util.Comparator;
import org.hyperlinker.benchmarks.figures.Footprint;
import org.hyperlinker.benchmarks.figures.Latency;
import org.hyperlinker.benchmarks.figures.SearchFigure;
import org.hyperlinker.benchmarks.figures.SystemFigures;

/**
 * What a system takes for a mention, and what it takes up.
 *
 * @param system without the label of a trial
 * @param query what a mention becomes: a q-net's shape, or a vector
 * @param runtime of the encoders
 * @param threads of encoder and search
 * @param rows of the index
 * @param usual from text to ten concepts, as the linker searches unless told otherwise
 * @param exact the same with every row scored
 * @param footprint index on disk, and the memory of the whole process that measured
 */
public record CostFigure(
    String system,
    String query,
    String runtime,
    int threads,
    int rows,
    Latency usual,
    Latency exact,
    Footprint footprint) {

  /** The figures of the bench that the experiment shows. */
  public static CostFigure of(String system, SystemFigures figures) {
    SearchFigure usual =
        figures.searches().stream().filter(SearchFigure::usual).findFirst().orElseThrow();
    SearchFigure exact =
        figures.searches().stream()
            .filter(s -> s.search().equals("exact"))
            .min(Comparator.comparingInt(SearchFigure::threads))
            .orElseThrow();
    return new CostFigure(
        system,
        figures.query(),
        figures.runtime(),
        usual.threads(),
        figures.rows(),
        usual.link(),
        exact.link(),
        figures.footprint());
  }
}
