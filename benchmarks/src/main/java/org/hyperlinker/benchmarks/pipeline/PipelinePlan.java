package org.hyperlinker.benchmarks.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is measured of the pipeline.
 *
 * @param systems models with their indexes
 * @param corpus where the mentions come from, in any corpus format
 * @param queries mentions linked one by one, at least 1
 * @param bulk mentions linked together, at least 1
 * @param threads numbers of threads, each at least 1
 * @param beams of the graph walk, beside its usual one
 * @param candidates of the two-stage search, beside its usual number
 * @param budget for each mention
 * @param warmUp of each search
 * @param seed of the choice of mentions
 */
public record PipelinePlan(
    List<BenchSystem> systems,
    Path corpus,
    int queries,
    int bulk,
    List<Integer> threads,
    List<Integer> beams,
    List<Integer> candidates,
    Duration budget,
    Duration warmUp,
    long seed) {

  /** Copies the lists and rejects values without meaning. */
  public PipelinePlan {
    systems = List.copyOf(systems);
    threads = List.copyOf(threads);
    beams = List.copyOf(beams);
    candidates = List.copyOf(candidates);
    if (queries < 1 || bulk < 1) {
      throw new IllegalArgumentException(
          "the pipeline is measured with at least 1 mention, found: " + queries + " and " + bulk);
    }
    if (threads.isEmpty() || threads.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("threads are 1 or more, found: " + threads);
    }
  }
}
