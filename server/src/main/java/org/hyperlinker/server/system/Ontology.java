package org.hyperlinker.server.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;

/** What is known of concepts beyond their names: definitions, and who stands above whom. */
public final class Ontology {

  private final KnowledgeBase knowledgeBase;
  private final Map<String, Concept> byNumber = new HashMap<>();

  /** The concepts of a knowledge base. */
  public Ontology(KnowledgeBase knowledgeBase) {
    this.knowledgeBase = knowledgeBase;
    for (Concept concept : knowledgeBase.concepts()) {
      concept.treeNumbers().forEach(number -> byNumber.put(number, concept));
    }
  }

  /** A concept. */
  public Optional<Concept> find(ConceptId id) {
    return knowledgeBase.find(id);
  }

  /** The concepts above a place such as {@code C14.280.647}, from the top down. */
  public List<Concept> above(String number) {
    List<Concept> above = new ArrayList<>();
    for (int dot = number.indexOf('.'); dot >= 0; dot = number.indexOf('.', dot + 1)) {
      Optional.ofNullable(byNumber.get(number.substring(0, dot))).ifPresent(above::add);
    }
    return above;
  }
}
