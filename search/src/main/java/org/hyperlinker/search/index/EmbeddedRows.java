package org.hyperlinker.search.index;

/** Rows with their embeddings: a whole index or a part of one. Safe for many threads. */
public interface EmbeddedRows {

  /** How many rows there are; may be 0. */
  int size();

  /** The width of the embeddings. */
  int dimension();

  /** The row with this number, from 0. */
  IndexRow row(int row);

  /** Copies a row's embedding into {@code target}, whose length is the dimension. */
  void embedding(int row, float[] target);
}
