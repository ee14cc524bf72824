package org.hyperlinker.search.index;

/** For each row its nearest other rows. Safe for many threads. */
public interface NeighbourGraph {

  /** How many rows there are. */
  int size();

  /** How many neighbours a row has. */
  int degree();

  /**
   * A neighbour.
   *
   * @param row whose
   * @param place from 0, the nearest, to {@code degree() - 1}
   */
  int neighbour(int row, int place);
}
