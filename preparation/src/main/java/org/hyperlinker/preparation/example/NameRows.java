package org.hyperlinker.preparation.example;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;

/** All names of a knowledge base as rows, each text of a concept once, in source order. */
final class NameRows {

  private final List<Row> rows = new ArrayList<>();

  NameRows(KnowledgeBase knowledgeBase) {
    for (Concept concept : knowledgeBase.concepts()) {
      distinct(concept).forEach(name -> rows.add(new Row(concept, name)));
    }
  }

  /** One name of one concept. */
  record Row(Concept concept, ConceptName name) {}

  int size() {
    return rows.size();
  }

  Row get(int row) {
    return rows.get(row);
  }

  List<String> texts() {
    return rows.stream().map(row -> row.name().text()).toList();
  }

  /** A concept's names without repeated texts; the preferred one stays first. */
  static List<ConceptName> distinct(Concept concept) {
    List<ConceptName> names = new ArrayList<>(concept.names().size());
    Set<String> seen = new HashSet<>();
    for (ConceptName name : concept.names()) {
      if (seen.add(name.text())) {
        names.add(name);
      }
    }
    return names;
  }

  /** The names of these concepts as they are compared, without case. */
  static Set<String> folded(List<Concept> concepts) {
    return concepts.stream()
        .flatMap(concept -> concept.names().stream())
        .map(name -> fold(name.text()))
        .collect(Collectors.toSet());
  }

  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
