package org.hyperlinker.preparation.example;

/** Why a mention gave no example of its own. */
public enum SkipReason {
  /** The corpus gives no concept ({@code -1}). */
  NO_CONCEPT,
  /** Its parts stand apart in the text. */
  DISCONTINUOUS,
  /** It denotes several concepts, and composite mentions are not asked for. */
  COMPOSITE,
  /** A concept of it is not in the ontology. */
  NOT_IN_ONTOLOGY,
  /** It repeats an earlier mention. */
  REPEATED
}
