package org.hyperlinker.recipe.mining;

import java.util.OptionalDouble;

/**
 * A row of the index that may become a negative.
 *
 * @param row its number
 * @param score the model's for the query at hand; empty where it was not computed
 */
record Candidate(int row, OptionalDouble score) {

  /** With a score in the fewest digits that tell it from other floats. */
  static Candidate scored(int row, float score) {
    return new Candidate(row, OptionalDouble.of(Double.parseDouble(Float.toString(score))));
  }
}
