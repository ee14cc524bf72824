package org.hyperlinker.search.index;

import org.hyperlinker.model.scoring.GatheredItems;
import org.hyperlinker.model.scoring.ItemBlock;

/** Rows from all over, gathered in the form in which they are stored. Belongs to one thread. */
public interface GatheredRows {

  /** Removes all rows. */
  void clear();

  /**
   * Adds a row.
   *
   * @param row from 0
   * @throws IllegalStateException if it is full
   */
  void add(int row);

  /**
   * The rows in the order of adding, to be scored before the next change.
   *
   * @throws IllegalStateException if there is none
   */
  ItemBlock block();

  /** Gathers single embeddings in single precision. */
  static GatheredRows of(RowVectors vectors, int capacity, int dimension) {
    return new Gathering(
        new GatheredItems(capacity, dimension), (row, items) -> items.add(vectors.vector(row)));
  }

  /** How a row comes among the items. */
  @FunctionalInterface
  interface Adding {
    /** Adds a row to the items. */
    void add(int row, GatheredItems items);
  }

  /**
   * Rows in panels.
   *
   * @param items the panels
   * @param adding brings a row into them
   */
  record Gathering(GatheredItems items, Adding adding) implements GatheredRows {

    @Override
    public void clear() {
      items.clear();
    }

    @Override
    public void add(int row) {
      adding.add(row, items);
    }

    @Override
    public ItemBlock block() {
      return items.block();
    }
  }
}
