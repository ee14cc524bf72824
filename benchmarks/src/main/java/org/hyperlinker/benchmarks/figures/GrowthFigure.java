package org.hyperlinker.benchmarks.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Searches over so many rows.
 *
 * @param rows how many
 * @param packedBytes what the scan reads; 0 if it was skipped
 * @param scans for each number of threads; empty if skipped
 * @param graph the walks, if a graph was built
 * @param skipped why something is missing; empty if nothing is
 */
public record GrowthFigure(
    long rows, long packedBytes, List<Scan> scans, Optional<Graph> graph, List<String> skipped) {

  /** Copies the lists. */
  public GrowthFigure {
    scans = List.copyOf(scans);
    skipped = List.copyOf(skipped);
  }

  /** The fastest walk that finds at least such a share of the ten best rows, if one does. */
  public Optional<Walk> walk(double recallAt10) {
    return graph.stream()
        .flatMap(measured -> measured.walks().stream())
        .filter(walk -> walk.recallAt10() >= recallAt10)
        .min(Comparator.comparingDouble(walk -> walk.time().p50()));
  }

  /**
   * Every row scored.
   *
   * @param threads that worked
   * @param time from a q-net to the ten best rows
   */
  public record Scan(int threads, Latency time) {}

  /**
   * A graph.
   *
   * @param buildSeconds for the graph alone
   * @param indexBytes on disk
   * @param walks over it, by beam
   */
  public record Graph(double buildSeconds, long indexBytes, List<Walk> walks) {

    /** Copies the list. */
    public Graph {
      walks = List.copyOf(walks);
    }
  }

  /**
   * A walk over the graph, by one thread.
   *
   * @param beam candidates (ef)
   * @param time from a q-net to the rows found
   * @param recallAt10 mean share of the ten best rows found
   * @param rowsShare mean share of the rows that were scored
   */
  public record Walk(int beam, Latency time, double recallAt10, double rowsShare) {}
}
