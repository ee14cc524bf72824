package org.hyperlinker.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.search.approximate.Candidates;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.approximate.GreedyWalk;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * A search as the tables call it.
 *
 * @param kind as the command line calls it
 * @param setting what was varied; may be empty
 * @param strategy the search
 */
record NamedSearch(String kind, String setting, SearchStrategy strategy) {

  static final NamedSearch EXACT = new NamedSearch("exact", "", new SearchStrategy.Exact());
  static final NamedSearch GRAPH = graph(GraphWalk.DEFAULTS.beam());

  /** All that this index can answer with, the usual settings among those asked for. */
  static List<NamedSearch> all(PipelinePlan plan, EmbeddingIndex index) {
    List<NamedSearch> searches = new ArrayList<>();
    searches.add(EXACT);
    TreeSet<Integer> beams = new TreeSet<>(plan.beams());
    beams.add(GraphWalk.DEFAULTS.beam());
    beams.forEach(beam -> searches.add(graph(beam)));
    TreeSet<Integer> candidates = new TreeSet<>(plan.candidates());
    candidates.add(Candidates.DEFAULTS.lookAlikes());
    candidates.forEach(count -> searches.add(twoStage(count)));
    if (index.neighbours().isPresent()) {
      GreedyWalk walk = GreedyWalk.DEFAULTS;
      searches.add(
          new NamedSearch(
              "greedy", "candidates " + walk.candidates(), new SearchStrategy.Greedy(walk)));
    }
    searches.add(
        new NamedSearch(
            "budget",
            plan.budget().toMillis() + " ms",
            SearchStrategy.WithinBudget.of(plan.budget())));
    return searches;
  }

  /** Whether the linker searches so unless told otherwise. */
  boolean usual() {
    return strategy.equals(LinkingOptions.defaults().search());
  }

  @Override
  public String toString() {
    return setting.isEmpty() ? kind : kind + ", " + setting;
  }

  private static NamedSearch graph(int beam) {
    return new NamedSearch(
        "graph", "beam " + beam, new SearchStrategy.Graph(GraphWalk.ofBeam(beam)));
  }

  private static NamedSearch twoStage(int candidates) {
    return new NamedSearch(
        "two-stage",
        "candidates " + candidates,
        new SearchStrategy.TwoStage(new Candidates(candidates, candidates)));
  }
}
