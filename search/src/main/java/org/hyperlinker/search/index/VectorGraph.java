package org.hyperlinker.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.SparseFixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.RandomVectorScorer;

/**
 * The small-world graph over the embeddings of an index, to be walked by any scorer. Safe for many
 * threads, as long as the index is open.
 *
 * <p>Lucene keeps scores of a walk as floats in sortable form and starts from minus infinity, so
 * negative ones need no mapping; {@code GraphSearchTest} walks with nothing else.
 */
public final class VectorGraph {

  private final LuceneRows rows;

  VectorGraph(LuceneRows rows) {
    this.rows = rows;
  }

  /** Scores rows on behalf of one query. Belongs to one thread. */
  @FunctionalInterface
  public interface Scoring {

    /**
     * Scores rows.
     *
     * @param rows which
     * @param count how many of them count
     * @param scores receives as many scores
     */
    void score(int[] rows, int count, float[] scores);
  }

  /**
   * What a walk found.
   *
   * @param rows best first
   * @param scores theirs
   */
  public record Found(int[] rows, float[] scores) {}

  /**
   * Rows spread over all.
   *
   * @param level of the graph that they are
   * @param rows ascending
   */
  public record Sample(int level, int[] rows) {}

  /**
   * Walks from some rows to better and better neighbours, until none of those left to expand is
   * better than the worst of the {@code beam} best.
   *
   * @param beam rows to keep, at least 1 (ef)
   * @param seeds where to start, at least one row, in any order
   */
  public Found walk(Scoring scoring, int beam, int[] seeds) {
    try {
      HnswGraph graph = rows.graph();
      SparseFixedBitSet starts = new SparseFixedBitSet(graph.size());
      for (int seed : seeds) {
        starts.set(seed);
      }
      int count = starts.cardinality();
      KnnSearchStrategy strategy =
          new KnnSearchStrategy.Seeded(
              new BitSetIterator(starts, count), count, new KnnSearchStrategy.Hnsw(0));
      KnnCollector collector = new TopKnnCollector(beam, Integer.MAX_VALUE, strategy);
      HnswGraphSearcher.search(new Scorer(scoring, graph.size()), collector, graph, null);
      ScoreDoc[] best = collector.topDocs().scoreDocs;
      int[] found = new int[best.length];
      float[] scores = new float[best.length];
      for (int i = 0; i < best.length; i++) {
        found[i] = best[i].doc;
        scores[i] = best[i].score;
      }
      return new Found(found, scores);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A spread of rows to start from: the nodes of the lowest level above the ground that has no more
   * than {@code most} of them, or the graph's entry node. Levels are drawn at random when the graph
   * is built, so the nodes of one are a random sample of all rows.
   *
   * @param most at least 1
   */
  public Sample sample(int most) {
    try {
      HnswGraph graph = rows.graph();
      for (int level = 1; level < graph.numLevels(); level++) {
        HnswGraph.NodesIterator nodes = graph.getNodesOnLevel(level);
        if (nodes.size() <= most) {
          int[] sample = new int[nodes.size()];
          for (int i = 0; i < sample.length; i++) {
            sample[i] = nodes.nextInt();
          }
          Arrays.sort(sample);
          return new Sample(level, sample);
        }
      }
      return new Sample(graph.numLevels() - 1, new int[] {graph.entryNode()});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Comes down from a sample that is thin among very many rows: walks level by level until one has
   * a node for every {@code rowsPerNode} rows, so that the starts on the ground are as close to
   * what is sought as in a small graph. Does nothing where the sample is dense enough.
   *
   * @param sample where the starts are from
   * @param starts of the sample the best, at least one; kept by each level are as many
   * @param rowsPerNode at least 1
   */
  public int[] descend(Scoring scoring, Sample sample, int[] starts, int rowsPerNode) {
    try {
      HnswGraph graph = rows.graph();
      int[] best = starts;
      int level = sample.level();
      while (level > 1 && (long) graph.getNodesOnLevel(level).size() * rowsPerNode < graph.size()) {
        level--;
        best = new LevelWalk(graph, level, scoring, starts.length).from(best);
      }
      return best;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Scorer(Scoring scoring, int maxOrd) implements RandomVectorScorer {

    @Override
    public float score(int node) {
      float[] score = new float[1];
      scoring.score(new int[] {node}, 1, score);
      return score[0];
    }

    @Override
    public float bulkScore(int[] nodes, float[] scores, int count) {
      scoring.score(nodes, count, scores);
      float best = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        best = Math.max(best, scores[i]);
      }
      return best;
    }
  }
}
