package org.hyperlinker.benchmarks.measure;

import java.util.Arrays;
import java.util.BitSet;

/** How much two lists of rows have in common. */
public final class Overlap {

  private Overlap() {}

  /** The share of the expected rows that were found; 1 if none is expected. */
  public static double share(int[] expected, int[] found) {
    if (expected.length == 0) {
      return 1;
    }
    BitSet rows = new BitSet();
    Arrays.stream(expected).forEach(rows::set);
    BitSet common = new BitSet();
    Arrays.stream(found).filter(rows::get).forEach(common::set);
    return (double) common.cardinality() / rows.cardinality();
  }
}
