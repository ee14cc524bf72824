package org.hyperlinker.benchmarks.growth;

import java.util.SplittableRandom;

/**
 * Rows between others: of one at least half, of another, drawn at random, what remains, brought to
 * the length of the first. Real names lie in each other's neighbourhood at every distance, from
 * synonyms that nearly coincide to those that share a word; so do blends, whose shares are spread
 * evenly. Rows at one distance round a centre would all be each other's nearest, which links of a
 * graph cannot leave.
 */
final class Blends {

  private final long seed;

  Blends(long seed) {
    this.seed = seed;
  }

  /** What a row is made of. */
  Blend of(long row, int others) {
    SplittableRandom random = new SplittableRandom(seed ^ row * 0x9E3779B97F4A7C15L);
    return new Blend(random.nextInt(others), random.nextFloat());
  }

  /**
   * The other part of a row.
   *
   * @param other which
   * @param amount of it for one of the first, from 0 to 1
   */
  record Blend(int other, float amount) {

    /** Adds the other to {@code target}, and keeps its length. */
    void into(float[] target, float[] vector) {
      double before = length(target);
      for (int k = 0; k < target.length; k++) {
        target[k] += amount * vector[k];
      }
      float scale = (float) (before / length(target));
      for (int k = 0; k < target.length; k++) {
        target[k] *= scale;
      }
    }

    private static double length(float[] vector) {
      double squares = 0;
      for (float x : vector) {
        squares += (double) x * x;
      }
      return Math.sqrt(squares);
    }
  }
}
