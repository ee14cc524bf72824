package org.hyperlinker.search.index;

/**
 * How the neighbour graph over the embeddings is built: a hierarchical navigable small world
 * (Malkov and Yashunin, 2016) by Euclidean distance, as Lucene builds it.
 *
 * @param links neighbours that each node keeps above the ground level, twice as many on it (M), 2
 *     to 256
 * @param beam candidates kept while the neighbours of a new node are looked for (efConstruction),
 *     {@code links} to 3,200
 */
public record GraphSettings(int links, int beam) {

  /**
   * Denser than Lucene's own 16 and 100: a q-net is no distance, so its walk needs more ways out of
   * a region than the walk towards a vector does.
   */
  public static final GraphSettings DEFAULTS = new GraphSettings(32, 128);

  /** Rejects what Lucene cannot build. */
  public GraphSettings {
    if (links < 2 || links > 256 || beam < links || beam > 3200) {
      throw new IllegalArgumentException(
          "a graph needs 2 to 256 links and a beam from there to 3200, found: "
              + links
              + " and "
              + beam);
    }
  }
}
