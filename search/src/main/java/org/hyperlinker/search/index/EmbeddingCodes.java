package org.hyperlinker.search.index;

/**
 * How the embeddings of a compact index are stored: a byte a coordinate. One scale serves all rows,
 * so that distances of codes are distances of embeddings and the graph over codes is a graph over
 * embeddings; nothing is clipped, so no coordinate is off by more than half a scale.
 *
 * @param scale what a code is multiplied by to give a coordinate, positive
 * @param sha256 the digest of all codes in row order
 */
public record EmbeddingCodes(float scale, String sha256) {

  /** Rejects a scale without meaning. */
  public EmbeddingCodes {
    if (!(scale > 0) || scale == Float.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("a scale of codes is positive, found: " + scale);
    }
  }
}
