package org.hyperlinker.search.index;

/** What a row of an index stands for. */
public enum RowKind {
  /** A concept by its preferred name, as in the earlier study. */
  CONCEPT,
  /** A name; a concept has as many rows as names. */
  NAME
}
