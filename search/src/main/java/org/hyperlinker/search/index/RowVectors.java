package org.hyperlinker.search.index;

/** The embeddings of single rows, for one thread. */
@FunctionalInterface
public interface RowVectors {

  /**
   * A row's embedding, valid until the next call; nobody may change it.
   *
   * @param row from 0
   */
  float[] vector(int row);
}
