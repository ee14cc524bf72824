package org.hyperlinker.search.approximate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.hyperlinker.model.scoring.TopRows;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddedRows;
import org.hyperlinker.search.index.NeighbourGraph;

/**
 * The approximate search of the Hypencoder paper (Killingback and others, 2025, section 3.4), as
 * the official code does it: score a step's rows, keep the best, and let the unseen neighbours of
 * the best be the next step. It meets the official one item for item, see {@link OfficialOrder}.
 *
 * <p>Unlike it, a walk that has no unseen neighbour left ends, and small indexes have fewer entry
 * points.
 */
public final class GreedySearch implements RowSearch {

  /** The official seed; the generator is Java's, so the entry points are others. */
  private static final long SEED = 43;

  private final EmbeddedRows rows;
  private final NeighbourGraph graph;
  private final GreedyWalk settings;
  private final int[] entryPoints;

  /** A search from random rows. */
  public GreedySearch(EmbeddedRows rows, NeighbourGraph graph, GreedyWalk settings) {
    this(rows, graph, settings, draw(rows.size(), settings.entryPoints()));
  }

  /**
   * A search from these rows.
   *
   * @param entryPoints distinct; not copied
   */
  public GreedySearch(
      EmbeddedRows rows, NeighbourGraph graph, GreedyWalk settings, int[] entryPoints) {
    if (graph.size() != rows.size()) {
      throw new IllegalArgumentException(
          "the neighbours of " + graph.size() + " rows do not fit " + rows.size() + " rows");
    }
    this.rows = rows;
    this.graph = graph;
    this.settings = settings;
    this.entryPoints = entryPoints;
  }

  private static int[] draw(int rows, int count) {
    return new Random(SEED).ints(0, rows).distinct().limit(Math.min(rows, count)).toArray();
  }

  @Override
  public FoundRows find(SearchQuery query, int least) {
    Explored explored = explore(query, least);
    return explored.found();
  }

  /**
   * The outcome of a walk.
   *
   * @param found the best rows
   * @param explored rows seen, among them those of a last step that was not scored any more
   */
  public record Explored(FoundRows found, int explored) {}

  /**
   * Walks.
   *
   * @param k rows to return at most, at least 1
   */
  public Explored explore(SearchQuery query, int k) {
    RowScorer scorer = new RowScorer(query.representation(), rows);
    BitSet seen = new BitSet(rows.size());
    for (int row : entryPoints) {
      seen.set(row);
    }
    TopRows answer = new TopRows(k);
    int[] step = entryPoints;
    for (int iteration = 0; iteration < settings.iterations() && step.length > 0; iteration++) {
      float[] scores = scorer.score(step);
      int[] best =
          OfficialOrder.best(scores, Math.min(step.length, Math.max(settings.candidates(), k)));
      boolean added = false;
      for (int place : best) {
        if (answer.size() < k || scores[place] > answer.threshold()) {
          answer.offer(step[place], scores[place]);
          added = true;
        }
      }
      step = unseenNeighbours(step, best, seen);
      if (!added && settings.earlyStop()) {
        break;
      }
    }
    return new Explored(FoundRows.of(answer, scorer.scored()), seen.cardinality());
  }

  private int[] unseenNeighbours(int[] step, int[] best, BitSet seen) {
    int expanded = Math.min(settings.candidates(), best.length);
    int[] next = new int[expanded * graph.degree()];
    int count = 0;
    for (int i = 0; i < expanded; i++) {
      for (int place = 0; place < graph.degree(); place++) {
        int neighbour = graph.neighbour(step[best[i]], place);
        if (!seen.get(neighbour)) {
          seen.set(neighbour);
          next[count++] = neighbour;
        }
      }
    }
    return Arrays.copyOf(next, count);
  }
}
