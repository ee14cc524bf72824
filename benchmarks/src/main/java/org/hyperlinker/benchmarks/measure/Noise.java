package org.hyperlinker.benchmarks.measure;

import java.util.SplittableRandom;

/**
 * Normally distributed numbers for very many rows: each row reads a stretch of one table, so that
 * the ten-millionth costs no more than the first. Safe for many threads.
 */
public final class Noise {

  private static final int SIZE = 1 << 20;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final float[] table = new float[SIZE];
  private final long seed;

  /** The same seed gives the same numbers. */
  public Noise(long seed) {
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < SIZE; i++) {
      table[i] = (float) random.nextGaussian();
    }
  }

  /** Adds a row's numbers, times a deviation, to {@code target}. */
  public void add(long row, double deviation, float[] target) {
    int from = (int) (mixed(row) >>> 44);
    for (int k = 0; k < target.length; k++) {
      target[k] += (float) (deviation * table[(from + k) & (SIZE - 1)]);
    }
  }

  private long mixed(long row) {
    long z = (row + 1) * GOLDEN ^ seed;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    return (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
  }
}
