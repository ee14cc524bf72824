package org.hyperlinker.server.system;

import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.Hierarchy;
import org.hyperlinker.core.ontology.KnowledgeBase;

/** What is known of concepts beyond their names: definitions, and who stands above whom. */
public final class Ontology {

  private final KnowledgeBase knowledgeBase;
  private final Hierarchy hierarchy;

  /** The concepts of a knowledge base. */
  public Ontology(KnowledgeBase knowledgeBase) {
    this.knowledgeBase = knowledgeBase;
    this.hierarchy = Hierarchy.of(knowledgeBase);
  }

  /** A concept. */
  public Optional<Concept> find(ConceptId id) {
    return knowledgeBase.find(id);
  }

  /** The places of a concept, with the concepts above it. */
  public List<Hierarchy.Place> places(Concept concept) {
    return hierarchy.places(concept);
  }
}
