package org.hyperlinker.recipe.mining;

/** Where a hard negative comes from. */
public enum NegativeSource {
  /** Concepts that the model ranks high for the query, each by its best row. */
  NEAREST,
  /** Names that look like the mention, by words and trigrams. */
  LEXICAL,
  /** Parents and siblings of the gold concepts by tree number, each by the row the model likes. */
  HIERARCHY,
  /**
   * Concepts that the model ranks first for other mentions of the same gold concept, and concepts
   * that other mentions of the same normal form denote.
   */
  CONFUSIONS
}
