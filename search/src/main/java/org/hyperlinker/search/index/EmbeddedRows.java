package org.hyperlinker.search.index;

import org.hyperlinker.model.scoring.PackedItems;

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

  /** A view of single embeddings for the calling thread. */
  default RowVectors vectors() {
    float[] buffer = new float[dimension()];
    return row -> {
      embedding(row, buffer);
      return buffer;
    };
  }

  /**
   * A gathering of rows for the calling thread.
   *
   * @param capacity how many it can hold, at least 1
   */
  default GatheredRows gather(int capacity) {
    return GatheredRows.of(vectors(), capacity, dimension());
  }

  /** The concepts of the rows. */
  default RowConcepts rowConcepts() {
    return RowConcepts.number(this);
  }

  /** The embeddings as the kernels read them; unless they are stored so, this reads every one. */
  default PackedItems packed() {
    return PackedItems.pack(size(), dimension(), this::embedding);
  }
}
