package org.hyperlinker.search.approximate;

/**
 * How the official greedy search goes, with its names: {@code num_entry_points}, {@code
 * ncandidates}, {@code max_iter}, {@code early_stop}.
 *
 * @param entryPoints random rows to start from, at least 1; no more than there are rows
 * @param candidates best rows of a step whose neighbours make the next step, at least 1
 * @param iterations steps at most, at least 1
 * @param earlyStop whether a step that adds nothing to the answer is the last
 */
public record GreedyWalk(int entryPoints, int candidates, int iterations, boolean earlyStop) {

  /** The official defaults. */
  public static final GreedyWalk DEFAULTS = new GreedyWalk(10_000, 50, 16, true);

  /** Rejects values without meaning. */
  public GreedyWalk {
    if (entryPoints < 1 || candidates < 1 || iterations < 1) {
      throw new IllegalArgumentException(
          "a greedy walk needs entry points, candidates and iterations of at least 1, found: "
              + entryPoints
              + ", "
              + candidates
              + ", "
              + iterations);
    }
  }
}
