package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;

/** Lengths of vectors, for the cosine: of nothing it is 0 with everything. */
final class Lengths {

  private Lengths() {}

  /** Replaces squared lengths by one over the lengths, 0 by 0. */
  static void invert(MemorySegment squares, long at, int count) {
    for (int i = 0; i < count; i++) {
      long place = at + (long) i * Float.BYTES;
      float square = squares.get(PanelFormat.FLOAT, place);
      squares.set(PanelFormat.FLOAT, place, square == 0 ? 0 : (float) (1 / Math.sqrt(square)));
    }
  }
}
