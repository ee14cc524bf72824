package org.hyperlinker.preparation.example;

/**
 * The negative items of each example. A negative never belongs to a gold concept and never reads
 * like one of its names, and no concept gives two negatives to one example.
 */
public sealed interface Negatives {

  /** No negatives: the other items of a training batch serve. */
  record None() implements Negatives {}

  /**
   * Drawn from the knowledge base: evenly over concepts where items show preferred names, evenly
   * over names otherwise.
   *
   * @param perQuery how many, at least 1
   * @param seed equal seeds draw equally
   */
  record Random(int perQuery, long seed) implements Negatives {

    /** Rejects a count below 1. */
    public Random {
      requireSome(perQuery);
    }
  }

  /**
   * Names of other concepts that share most trigrams with the mention.
   *
   * @param perQuery how many, at least 1; where fewer share anything, random ones fill up
   * @param seed of the random ones
   */
  record Hard(int perQuery, long seed) implements Negatives {

    /** Rejects a count below 1. */
    public Hard {
      requireSome(perQuery);
    }
  }

  private static void requireSome(int perQuery) {
    if (perQuery < 1) {
      throw new IllegalArgumentException(
          "negatives per query must be 1 or more, found: " + perQuery + "; choose 'none' for none");
    }
  }
}
