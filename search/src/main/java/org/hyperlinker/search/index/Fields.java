package org.hyperlinker.search.index;

/** The fields of a row's Lucene document. */
final class Fields {

  /** Sorted doc values: the concept's id. */
  static final String CONCEPT = "concept";

  /** Sorted doc values: the concept's display name. */
  static final String PREFERRED = "preferred";

  /** The name that was embedded: binary doc values, sorted ones in a compact index. */
  static final String NAME = "name";

  /** Sorted doc values: the role of the name, by the constant's name. */
  static final String KIND = "kind";

  /** Numeric doc values: how many training mentions a row stands for; none for a name. */
  static final String COUNT = "count";

  /** Sorted doc values: the concept's branches of the hierarchy. */
  static final String BRANCHES = "branches";

  /** Term by {@link TermKeys}: the ordered {@link org.hyperlinker.core.lexical.NormalForm}. */
  static final String SAME = "same";

  /** Term by {@link TermKeys}: the bag of the normal form. */
  static final String BAG = "bag";

  /** The embedding and the graph over it. */
  static final String EMBEDDING = "embedding";

  /** Term by {@link TermKeys}: the whole {@link LexicalForm}. */
  static final String EXACT = "exact";

  /** Terms: its words. */
  static final String WORDS = "words";

  /** Terms: its trigrams. */
  static final String GRAMS = "grams";

  private Fields() {}
}
