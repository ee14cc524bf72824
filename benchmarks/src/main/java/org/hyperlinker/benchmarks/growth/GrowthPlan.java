package org.hyperlinker.benchmarks.growth;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hyperlinker.search.index.GraphSettings;

/**
 * What is measured of the growth.
 *
 * @param rows sizes, each at least 1
 * @param graphRowsMost up to how many rows a graph is built
 * @param graph how it is built
 * @param beams of the walks over it, each at least 1
 * @param threads numbers of threads of the scan, each at least 1; the last builds graphs
 * @param queries timed at each size, at least 1
 * @param timeLimit beyond which no size is begun that would not end within it, as far as the sizes
 *     before tell
 * @param warmUp of each search
 * @param seed of rows and queries
 * @param work a folder for the graphs' indexes, which are removed again
 */
public record GrowthPlan(
    List<Integer> rows,
    int graphRowsMost,
    GraphSettings graph,
    List<Integer> beams,
    List<Integer> threads,
    int queries,
    Duration timeLimit,
    Duration warmUp,
    long seed,
    Path work) {

  /** Sorts the sizes and rejects values without meaning. */
  public GrowthPlan {
    rows = rows.stream().sorted().distinct().toList();
    beams = beams.stream().sorted().distinct().toList();
    threads = List.copyOf(threads);
    if (rows.isEmpty() || rows.getFirst() < 1 || queries < 1) {
      throw new IllegalArgumentException(
          "growth is measured at sizes of at least 1 row with at least 1 query, found: "
              + rows
              + " and "
              + queries);
    }
    if (beams.isEmpty() || beams.getFirst() < 1) {
      throw new IllegalArgumentException(
          "a graph is walked with beams of 1 or more, found: " + beams);
    }
    if (threads.isEmpty() || threads.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("threads are 1 or more, found: " + threads);
    }
  }
}
