package org.hyperlinker.evaluation.comparison;

import java.util.List;
import org.hyperlinker.evaluation.protocol.MentionResult;

/**
 * What one system answered.
 *
 * @param name what tables call it
 * @param runs its answers in corpus order, once for each seed that it was trained with; at least
 *     one. A mention counts by its mean over the runs
 */
public record SystemResults(String name, List<List<MentionResult>> runs) {

  /** Copies the answers and requires a run. */
  public SystemResults {
    runs = runs.stream().map(List::copyOf).toList();
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("system '" + name + "' has no answers");
    }
  }

  /** A system of one run. */
  public static SystemResults of(String name, List<MentionResult> mentions) {
    return new SystemResults(name, List.of(mentions));
  }
}
