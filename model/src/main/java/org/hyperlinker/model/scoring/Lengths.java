package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;

/** Lengths of vectors, for the cosine: of nothing it is 0 with everything. */
final class Lengths {

  private Lengths() {}

  /** The query's coordinates, for the cosine divided by its length. */
  static float[] comparable(QueryVector vector) {
    if (vector.similarity() == Similarity.INNER_PRODUCT) {
      return vector.values();
    }
    double squares = 0;
    for (float value : vector.values()) {
      squares += (double) value * value;
    }
    float[] unit = new float[vector.values().length];
    if (squares != 0) {
      for (int k = 0; k < unit.length; k++) {
        unit[k] = (float) (vector.values()[k] / Math.sqrt(squares));
      }
    }
    return unit;
  }

  /** Replaces squared lengths by one over the lengths, 0 by 0. */
  static void invert(MemorySegment squares, long at, int count) {
    for (int i = 0; i < count; i++) {
      long place = at + (long) i * Float.BYTES;
      float square = squares.get(PanelFormat.FLOAT, place);
      squares.set(PanelFormat.FLOAT, place, square == 0 ? 0 : (float) (1 / Math.sqrt(square)));
    }
  }
}
