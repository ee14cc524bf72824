package org.hyperlinker.formats.ontology;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hyperlinker.formats.Ledger;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAnnotationAssertionAxiom;
import org.semanticweb.owlapi.model.OWLAnnotationValue;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLOntology;

/** What an ontology says of a class in annotations, in an order that does not change. */
final class OwlAnnotations {

  static final String OBO_IN_OWL = "http://www.geneontology.org/formats/oboInOwl#";
  static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";

  private static final String DEPRECATED = "http://www.w3.org/2002/07/owl#deprecated";

  private final Map<String, List<OWLAnnotationValue>> values;
  private final Ledger.Builder ledger;

  private OwlAnnotations(Map<String, List<OWLAnnotationValue>> values, Ledger.Builder ledger) {
    this.values = values;
    this.ledger = ledger;
  }

  static OwlAnnotations of(OWLOntology ontology, IRI subject, Ledger.Builder ledger) {
    return new OwlAnnotations(
        ontology
            .annotationAssertionAxioms(subject)
            .sorted()
            .collect(
                Collectors.groupingBy(
                    axiom -> axiom.getProperty().getIRI().toString(),
                    TreeMap::new,
                    Collectors.mapping(
                        OWLAnnotationAssertionAxiom::getValue, Collectors.toList()))),
        ledger);
  }

  boolean deprecated() {
    return texts(DEPRECATED).stream().anyMatch(text -> text.equals("true") || text.equals("1"));
  }

  /** The values of a property, literals and IRIs as text. */
  List<String> texts(String property) {
    return values.getOrDefault(property, List.of()).stream()
        .flatMap(
            value ->
                value
                    .asLiteral()
                    .map(OWLLiteral::getLiteral)
                    .or(() -> value.asIRI().map(IRI::toString))
                    .stream())
        .toList();
  }

  /** Literals in English or without a language, stripped and not empty; others are counted. */
  List<String> names(String property) {
    return values.getOrDefault(property, List.of()).stream()
        .flatMap(value -> value.asLiteral().stream())
        .filter(this::readable)
        .map(literal -> literal.getLiteral().strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private boolean readable(OWLLiteral literal) {
    String language = literal.getLang().toLowerCase(Locale.ROOT);
    boolean readable = language.isEmpty() || language.matches("en(-.*)?");
    if (!readable) {
      ledger.skip("text in another language");
    }
    return readable;
  }
}
