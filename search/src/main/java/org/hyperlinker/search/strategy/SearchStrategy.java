package org.hyperlinker.search.strategy;

import java.time.Duration;
import org.hyperlinker.search.approximate.Candidates;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.approximate.GreedyWalk;

/** Which search answers, with its settings. */
public sealed interface SearchStrategy {

  /** Every row is scored. */
  record Exact() implements SearchStrategy {}

  /**
   * A walk over the small-world graph.
   *
   * @param walk where it starts and how broad it is
   */
  record Graph(GraphWalk walk) implements SearchStrategy {}

  /**
   * The official greedy search; the index needs stored neighbours.
   *
   * @param walk where it starts and when it ends
   */
  record Greedy(GreedyWalk walk) implements SearchStrategy {}

  /**
   * Candidates by vector or name, scored.
   *
   * @param candidates how many, and by what they are found
   */
  record TwoStage(Candidates candidates) implements SearchStrategy {}

  /**
   * Exact where it is expected to take no longer than a budget for each query, otherwise the walk,
   * and where that is too slow too, two stages. {@link BudgetRule} has the rule.
   *
   * @param budget more than nothing
   * @param graph the walk that is taken where a scan is too slow
   * @param twoStage what is taken where the walk is too slow too
   */
  record WithinBudget(Duration budget, Graph graph, TwoStage twoStage) implements SearchStrategy {

    /** Rejects a budget that nothing could keep. */
    public WithinBudget {
      if (budget.isZero() || budget.isNegative()) {
        throw new IllegalArgumentException("a time budget is more than 0, found: " + budget);
      }
    }

    /** This budget and the usual settings. */
    public static WithinBudget of(Duration budget) {
      return new WithinBudget(
          budget, new Graph(GraphWalk.DEFAULTS), new TwoStage(Candidates.DEFAULTS));
    }
  }
}
