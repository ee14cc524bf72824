package org.hyperlinker.benchmarks.figures;

import java.util.List;

/**
 * How searches grow with the rows.
 *
 * @param query what scores
 * @param origin where the rows are from
 * @param storage of the scanned rows
 * @param queries how many were timed at each size
 * @param graphLinks of the graph's nodes (M)
 * @param graphBeam candidates when it is built (efConstruction)
 * @param sizes ascending
 */
public record GrowthFigures(
    String query,
    String origin,
    String storage,
    int queries,
    int graphLinks,
    int graphBeam,
    List<GrowthFigure> sizes) {

  /** Copies the list. */
  public GrowthFigures {
    sizes = List.copyOf(sizes);
  }
}
