package org.hyperlinker.search.approximate;

/**
 * How the small-world graph is walked.
 *
 * @param beam rows that the walk keeps and expands, at least 1 (ef): more find more and cost more
 * @param sample rows scored beforehand to find places to start from, at least 1; see {@code
 *     VectorGraph.sample}
 * @param starts best rows of the sample that the walk starts from, at least 1
 * @param lookAlikes rows whose names resemble the mention, from which it starts too; 0 for a walk
 *     that sees only embeddings
 */
public record GraphWalk(int beam, int sample, int starts, int lookAlikes) {

  /**
   * A q-net has several hills, which no distance joins, so the walk starts at many places: those
   * that a random sample finds good, and the names that look like the mention.
   */
  public static final GraphWalk DEFAULTS = ofBeam(64);

  /** Rejects values without meaning. */
  public GraphWalk {
    if (beam < 1 || sample < 1 || starts < 1 || lookAlikes < 0) {
      throw new IllegalArgumentException(
          "a graph walk needs a beam, a sample and starts of at least 1, found: "
              + beam
              + ", "
              + sample
              + ", "
              + starts);
    }
  }

  /** The usual starts with this beam. */
  public static GraphWalk ofBeam(int beam) {
    return new GraphWalk(beam, 1500, 16, 16);
  }
}
