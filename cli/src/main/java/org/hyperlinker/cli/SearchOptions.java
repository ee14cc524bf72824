package org.hyperlinker.cli;

import java.time.Duration;
import org.hyperlinker.search.approximate.Candidates;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.approximate.GreedyWalk;
import org.hyperlinker.search.strategy.SearchStrategy;
import picocli.CommandLine.Option;

/** The options that say how an index is searched. */
final class SearchOptions {

  /** Of a query, unless told otherwise. */
  private static final double MILLIS = 50;

  @Option(
      names = "--search",
      paramLabel = "HOW",
      description =
          "exact scores every row; graph walks to better and better rows; greedy is the official"
              + " walk (needs an index with --neighbours); two-stage scores names that look like"
              + " the mention; budget takes the first of exact, graph and two-stage that is"
              + " expected to keep --budget. Default: graph for link, and for mine beyond 5,000"
              + " queries; exact elsewhere.")
  String search;

  @Option(
      names = "--beam",
      paramLabel = "N",
      description =
          "Rows that the walk keeps, or candidates of two-stage: more find more and take longer."
              + " Default: 64, or 1000 for two-stage.")
  Integer beam;

  @Option(
      names = "--budget",
      paramLabel = "MS",
      description = "Milliseconds for each query, for --search budget. Default: 50.")
  Double budget;

  /**
   * The search that was asked for.
   *
   * @param usual its name if none was
   * @throws IllegalArgumentException if there is no such search, or it has no use for an option
   */
  SearchStrategy strategy(String usual) {
    String name = search == null ? usual : search;
    if (beam != null && (name.equals("exact") || name.equals("greedy"))) {
      throw new IllegalArgumentException(
          "--beam goes with --search graph, two-stage or budget; here the search is " + name);
    }
    if (budget != null && !name.equals("budget")) {
      throw new IllegalArgumentException(
          "--budget goes with --search budget; here the search is " + name);
    }
    return switch (name) {
      case "exact" -> new SearchStrategy.Exact();
      case "graph" -> graph();
      case "greedy" -> new SearchStrategy.Greedy(GreedyWalk.DEFAULTS);
      case "two-stage" -> twoStage();
      case "budget" ->
          new SearchStrategy.WithinBudget(
              Duration.ofNanos((long) ((budget == null ? MILLIS : budget) * 1e6)),
              graph(),
              twoStage());
      default ->
          throw new IllegalArgumentException(
              "--search "
                  + name
                  + ": expected exact, graph, greedy, two-stage or budget; see the help");
    };
  }

  private SearchStrategy.Graph graph() {
    return new SearchStrategy.Graph(beam == null ? GraphWalk.DEFAULTS : GraphWalk.ofBeam(beam));
  }

  private SearchStrategy.TwoStage twoStage() {
    return new SearchStrategy.TwoStage(
        beam == null ? Candidates.DEFAULTS : new Candidates(beam, beam));
  }
}
