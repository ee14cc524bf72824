package org.hyperlinker.benchmarks.measure;

import java.util.List;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.scoring.GroupScorer;
import org.hyperlinker.model.scoring.ItemBlock;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.model.scoring.Scorer;
import org.hyperlinker.model.scoring.Scorers;
import org.hyperlinker.model.scoring.TopRows;
import org.hyperlinker.search.parallel.Workers;

/**
 * The exact search reduced to its work: packed rows are scored block by block, by several threads,
 * then the best are picked. Belongs to one thread; the workers stay the caller's.
 */
public final class RowScan {

  private final PackedItems items;
  private final Workers workers;
  private final float[][] scores;

  /**
   * A scan.
   *
   * @param queries the most that pass together, at least 1
   */
  public RowScan(PackedItems items, int queries, Workers workers) {
    this.items = items;
    this.workers = workers;
    this.scores = new float[queries][items.size()];
  }

  /** Scores every row for one query, whose scorer is made here too. */
  public void score(QueryRepresentation query) {
    Scorer scorer = Scorers.of(query);
    workers.run(
        items.blocks().size(),
        number -> {
          ItemBlock block = items.blocks().get(number);
          scorer.score(block, scores[0], block.firstItem());
        });
  }

  /** Scores every row for several queries in one pass. */
  public void score(List<? extends QueryRepresentation> queries) {
    GroupScorer scorer = Scorers.group(queries);
    workers.run(
        items.blocks().size(),
        number -> {
          ItemBlock block = items.blocks().get(number);
          scorer.score(block, scores, block.firstItem());
        });
  }

  /** The best rows of the query that was scored last, the first of several; best first. */
  public int[] top(int k) {
    TopRows best = new TopRows(Math.clamp(items.size(), 1, k));
    best.offer(scores[0], 0, items.size(), 0);
    return best.drain();
  }
}
