package org.hyperlinker.search.approximate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.model.scoring.TopRows;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.RowVectors;
import org.hyperlinker.search.index.VectorGraph;

/**
 * Walks the small-world graph of the embeddings with the query's own scorer: the neighbours of good
 * rows are looked at, whatever distance made them neighbours.
 */
public final class GraphSearch implements RowSearch {

  /**
   * How thin a sample may be: thinner ones, which very many rows have, are only the first step of
   * the way down.
   */
  private static final int ROWS_PER_START = 2000;

  private final EmbeddingIndex index;
  private final VectorGraph graph;
  private final GraphWalk settings;
  private final VectorGraph.Sample sample;

  /**
   * The sample's embeddings, which every query scores: packed once, scanned in a fifth of a
   * millisecond.
   */
  private final PackedItems packedSample;

  /** A search over the graph of this index, which must stay open. */
  public GraphSearch(EmbeddingIndex index, GraphWalk settings) {
    this.index = index;
    this.graph = index.graph();
    this.settings = settings;
    this.sample = graph.sample(settings.sample());
    this.packedSample = pack(index, sample.rows());
  }

  private static PackedItems pack(EmbeddingIndex index, int[] rows) {
    RowVectors vectors = index.vectors();
    float[][] embeddings = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      embeddings[i] = vectors.vector(rows[i]).clone();
    }
    return PackedItems.of(embeddings, index.dimension());
  }

  @Override
  public FoundRows find(SearchQuery query, int least) {
    RowScorer scorer = new RowScorer(query.representation(), index);
    int beam = Math.min(index.size(), Math.max(settings.beam(), least));
    VectorGraph.Found found = graph.walk(scorer, beam, starts(query, scorer));
    TopRows top = new TopRows(beam);
    for (int i = 0; i < found.rows().length; i++) {
      top.offer(found.rows()[i], found.scores()[i]);
    }
    return FoundRows.of(top, scorer.scored());
  }

  private int[] starts(SearchQuery query, RowScorer scorer) {
    float[] scores = scorer.score(packedSample, sample.rows());
    TopRows best = new TopRows(settings.starts());
    for (int i = 0; i < scores.length; i++) {
      best.offer(sample.rows()[i], scores[i]);
    }
    int[] near = graph.descend(scorer, sample, best.drain(), ROWS_PER_START);
    int[] alike =
        settings.lookAlikes() == 0 || query.text().isEmpty()
            ? new int[0]
            : index.lexicon().relatives(query.text(), settings.lookAlikes());
    return IntStream.concat(Arrays.stream(near), Arrays.stream(alike)).toArray();
  }
}
