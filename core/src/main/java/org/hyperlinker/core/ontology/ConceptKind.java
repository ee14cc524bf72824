package org.hyperlinker.core.ontology;

/** Which part of an ontology a concept belongs to. */
public enum ConceptKind {
  /** A main heading (MeSH descriptor); for other ontologies, any term. */
  DESCRIPTOR,
  /** A MeSH supplementary concept record: chiefly chemicals and rare diseases. */
  SUPPLEMENTARY
}
