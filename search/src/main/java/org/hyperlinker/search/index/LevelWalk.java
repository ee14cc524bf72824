package org.hyperlinker.search.index;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SparseFixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.NeighborQueue;
import org.hyperlinker.model.scoring.TopRows;

/**
 * A best-first walk over the links of one level of a small-world graph (Malkov and Yashunin, 2018,
 * algorithm 2). Lucene's own searcher walks the ground with any beam, but comes down to it with a
 * single node for each level, too few for a q-net's several hills. Belongs to one thread.
 */
final class LevelWalk {

  private final HnswGraph graph;
  private final int level;
  private final VectorGraph.Scoring scoring;
  private final TopRows best;
  private final NeighborQueue open;
  private final SparseFixedBitSet seen;

  LevelWalk(HnswGraph graph, int level, VectorGraph.Scoring scoring, int beam) {
    this.graph = graph;
    this.level = level;
    this.scoring = scoring;
    this.best = new TopRows(beam);
    this.open = new NeighborQueue(beam, true);
    this.seen = new SparseFixedBitSet(graph.size());
  }

  /** The best nodes that the walk meets, best first. */
  int[] from(int[] seeds) throws IOException {
    int[] first = seeds.clone();
    offer(first, unseen(first, first.length));
    int[] neighbours = new int[2 * graph.maxConn()];
    while (open.size() > 0 && open.topScore() >= best.threshold()) {
      graph.seek(level, open.pop());
      int count = 0;
      for (int node = graph.nextNeighbor();
          node != DocIdSetIterator.NO_MORE_DOCS;
          node = graph.nextNeighbor()) {
        neighbours[count++] = node;
      }
      offer(neighbours, unseen(neighbours, count));
    }
    return best.drain();
  }

  /** Moves the nodes that were not seen before to the front. */
  private int unseen(int[] nodes, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (!seen.getAndSet(nodes[i])) {
        nodes[kept++] = nodes[i];
      }
    }
    return kept;
  }

  private void offer(int[] nodes, int count) {
    float[] scores = new float[count];
    scoring.score(nodes, count, scores);
    for (int i = 0; i < count; i++) {
      if (scores[i] >= best.threshold()) {
        best.offer(nodes[i], scores[i]);
        open.add(nodes[i], scores[i]);
      }
    }
  }
}
