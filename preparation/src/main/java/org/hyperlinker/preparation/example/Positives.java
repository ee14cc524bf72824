package org.hyperlinker.preparation.example;

/** Which of a gold concept's names become positive items. */
public enum Positives {
  /** The preferred name: the earlier study's choice, right for an index of one row a concept. */
  PREFERRED_NAME,
  /** Every name: one example for each (mention, name). */
  ALL_NAMES,
  /** The name that shares most trigrams with the mention: fits an index of one row a name. */
  CLOSEST_NAME
}
