package org.hyperlinker.search.approximate;

import java.util.BitSet;
import org.hyperlinker.model.scoring.TopRows;
import org.hyperlinker.search.SearchHit;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddingIndex;

/**
 * Scores candidates only: rows near the query's vector, where the model gives one, and rows whose
 * names look like the mention, where it is known.
 */
public final class TwoStageSearch implements RowSearch {

  private final EmbeddingIndex index;
  private final Candidates settings;
  private final GraphSearch nearest;

  /** A search over this index, which must stay open. */
  public TwoStageSearch(EmbeddingIndex index, Candidates settings) {
    this.index = index;
    this.settings = settings;
    GraphWalk usual = GraphWalk.ofBeam(Math.max(1, settings.nearest()));
    this.nearest =
        new GraphSearch(index, new GraphWalk(usual.beam(), usual.sample(), usual.starts(), 0));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if the query has neither a vector nor a text that the
   *     settings could use
   */
  @Override
  public FoundRows find(SearchQuery query, int least) {
    boolean byVector = settings.nearest() > 0 && query.vector().isPresent();
    boolean byText = settings.lookAlikes() > 0 && !query.text().isEmpty();
    if (!byVector && !byText) {
      throw new IllegalArgumentException(
          "a two-stage search needs the mention's text, or a model with query vectors; search"
              + " exactly or by the graph");
    }
    BitSet candidates = new BitSet(index.size());
    int scored = 0;
    if (byVector) {
      FoundRows near =
          nearest.find(SearchQuery.of(query.vector().orElseThrow(), ""), settings.nearest());
      near.hits().stream().mapToInt(SearchHit::row).forEach(candidates::set);
      scored += near.rowsScored();
    }
    if (byText) {
      for (int row : index.lexicon().lookAlikes(query.text(), settings.lookAlikes())) {
        candidates.set(row);
      }
    }
    RowScorer scorer = new RowScorer(query.representation(), index);
    int[] rows = candidates.stream().toArray();
    float[] scores = scorer.score(rows);
    TopRows top = new TopRows(Math.max(1, rows.length));
    for (int i = 0; i < rows.length; i++) {
      top.offer(rows[i], scores[i]);
    }
    return FoundRows.of(top, scored + scorer.scored());
  }
}
