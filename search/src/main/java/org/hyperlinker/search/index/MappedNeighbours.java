package org.hyperlinker.search.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Neighbours as a matrix {@code (rows, degree)} of little-endian 4-byte row numbers. */
record MappedNeighbours(MemorySegment matrix, int size, int degree) implements NeighbourGraph {

  static final ValueLayout.OfInt NUMBER =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  @Override
  public int neighbour(int row, int place) {
    return matrix.get(NUMBER, ((long) row * degree + place) * Integer.BYTES);
  }
}
