package org.hyperlinker.preparation.example;

/** Which mentions count as repetitions and are left out; the first one stays. */
public enum Deduplication {
  /** Same surface and concepts in the same passage text: the earlier study's rule. */
  UNIQUE_TRIPLES,
  /** Same query text and concepts anywhere in the split. */
  UNIQUE_QUERIES,
  /** None: every mention gives its example. */
  NONE
}
