package org.hyperlinker.search.approximate;

/**
 * Where a two-stage search takes its candidates from.
 *
 * @param nearest rows nearest to the query's vector, found by a walk over the graph; 0 for none
 * @param lookAlikes rows whose names resemble the mention; 0 for none
 */
public record Candidates(int nearest, int lookAlikes) {

  /** A quarter of a per cent of all names each. */
  public static final Candidates DEFAULTS = new Candidates(1000, 1000);

  /** Rejects stages that give nothing. */
  public Candidates {
    if (nearest < 0 || lookAlikes < 0 || nearest + lookAlikes == 0) {
      throw new IllegalArgumentException(
          "a two-stage search needs candidates, found: "
              + nearest
              + " nearest and "
              + lookAlikes
              + " look-alikes");
    }
  }
}
