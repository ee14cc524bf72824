package org.hyperlinker.core.ontology;

/** The role of a name for its concept. */
public enum NameKind {
  /** The name that the ontology displays; the first of each concept. */
  PREFERRED,
  /** The preferred term of a narrower or related concept kept under the same record (MeSH). */
  CONCEPT_PREFERRED,
  /** Any other name of the ontology. */
  SYNONYM,
  /** Not of the ontology: a mention of a training corpus, added as a name. */
  TRAINING_MENTION
}
