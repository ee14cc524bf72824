package org.hyperlinker.search.strategy;

import java.time.Duration;
import org.hyperlinker.search.approximate.GraphWalk;

/**
 * Which search fits a budget. What a query of this shape scores in a second is measured once, on
 * rows of the index; the exact search then takes rows / rate. If that is within the budget it is
 * taken. The walk scores its sample and, as walks over these graphs do, about {@value
 * #ROWS_PER_BEAM} rows for each place of its beam, each at {@value #GATHERING} times the price, as
 * rows are gathered one by one; if that is within the budget the walk is taken. Otherwise two
 * stages, which score least.
 *
 * @param rowsPerSecond scored in a scan by all threads together
 * @param rows of the index
 */
record BudgetRule(double rowsPerSecond, int rows) {

  static final double ROWS_PER_BEAM = 30;
  static final double GATHERING = 3;

  SearchStrategy choose(SearchStrategy.WithinBudget asked) {
    if (fits(rows, asked.budget())) {
      return new SearchStrategy.Exact();
    }
    GraphWalk walk = asked.graph().walk();
    double walked = GATHERING * (walk.sample() + walk.beam() * ROWS_PER_BEAM);
    return fits(walked, asked.budget()) ? asked.graph() : asked.twoStage();
  }

  private boolean fits(double scored, Duration budget) {
    return scored / rowsPerSecond <= budget.toNanos() / 1e9;
  }
}
