package org.hyperlinker.formats.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.formats.Ledger;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;

/** The classes of an ontology as concepts. */
final class OwlClasses {

  private static final String OBO = "http://purl.obolibrary.org/obo/";

  /** Annotations with names, and the lexical tag that they give them. */
  private static final SortedMap<String, String> SYNONYMS =
      new TreeMap<>(
          Map.of(
              OwlAnnotations.OBO_IN_OWL + "hasExactSynonym", "EXACT",
              OwlAnnotations.OBO_IN_OWL + "hasNarrowSynonym", "NARROW",
              OwlAnnotations.OBO_IN_OWL + "hasBroadSynonym", "BROAD",
              OwlAnnotations.OBO_IN_OWL + "hasRelatedSynonym", "RELATED",
              OwlAnnotations.SKOS + "altLabel", "",
              OBO + "IAO_0000118", ""));

  private final OWLOntology ontology;
  private final Ledger.Builder ledger;
  private final Ancestors ancestors;
  private final OntologyReader.Sink sink;

  OwlClasses(
      OWLOntology ontology, Ledger.Builder ledger, Ancestors ancestors, OntologyReader.Sink sink) {
    this.ontology = ontology;
    this.ledger = ledger;
    this.ancestors = ancestors;
    this.sink = sink;
  }

  /** The concepts by id; a second class with an id of the first is counted as skipped. */
  List<Concept> concepts() {
    SortedMap<ConceptId, Concept> concepts = new TreeMap<>();
    ontology
        .classesInSignature()
        .filter(one -> !one.isBuiltIn())
        .sorted()
        .forEach(
            one ->
                concept(one)
                    .ifPresent(
                        concept -> {
                          if (concepts.putIfAbsent(concept.id(), concept) != null) {
                            ledger.skip("class with the id of another");
                          }
                        }));
    return List.copyOf(concepts.values());
  }

  private Optional<Concept> concept(OWLClass one) {
    OwlAnnotations annotations = OwlAnnotations.of(ontology, one.getIRI(), ledger);
    Optional<ConceptId> usable = id(one.getIRI(), annotations);
    if (usable.isEmpty()) {
      ledger.skip("class with a blank or a bar in its IRI");
      return Optional.empty();
    }
    ConceptId id = usable.get();
    for (String old : annotations.texts(OwlAnnotations.OBO_IN_OWL + "hasAlternativeId")) {
      parsed(old).ifPresent(alternative -> sink.replaced(alternative, id));
    }
    if (annotations.deprecated()) {
      for (String current : annotations.texts(OBO + "IAO_0100001")) {
        parsed(shortened(current)).ifPresent(replacement -> sink.replaced(id, replacement));
      }
      ledger.skip("obsolete term");
      return Optional.empty();
    }
    ontology
        .subClassAxiomsForSubClass(one)
        .filter(axiom -> axiom.getSuperClass().isOWLClass())
        .map(axiom -> axiom.getSuperClass().asOWLClass().getIRI())
        .flatMap(parent -> id(parent, OwlAnnotations.of(ontology, parent, ledger)).stream())
        .forEach(parent -> ancestors.add(id.value(), parent.value()));
    List<String> labels = new ArrayList<>(annotations.names(OwlAnnotations.RDFS + "label"));
    labels.addAll(annotations.names(OwlAnnotations.SKOS + "prefLabel"));
    if (labels.isEmpty()) {
      ledger.skip("term without name");
      return Optional.empty();
    }
    List<ConceptName> names = new ArrayList<>();
    names.add(ConceptName.preferred(labels.getFirst()));
    labels.stream()
        .skip(1)
        .distinct()
        .filter(label -> !label.equals(labels.getFirst()))
        .forEach(label -> names.add(ConceptName.synonym(label)));
    SYNONYMS.forEach(
        (property, tag) ->
            annotations
                .names(property)
                .forEach(text -> names.add(new ConceptName(text, NameKind.SYNONYM, false, tag))));
    List<String> definitions = new ArrayList<>(annotations.names(OBO + "IAO_0000115"));
    definitions.addAll(annotations.names(OwlAnnotations.SKOS + "definition"));
    return Optional.of(
        new Concept(
            id, ConceptKind.DESCRIPTOR, names, definitions, List.of(), List.of(), List.of()));
  }

  private static Optional<ConceptId> id(IRI iri, OwlAnnotations annotations) {
    return annotations.texts(OwlAnnotations.OBO_IN_OWL + "id").stream()
        .flatMap(text -> parsed(text).stream())
        .findFirst()
        .or(() -> parsed(shortened(iri.toString())));
  }

  /** {@code http://purl.obolibrary.org/obo/DOID_4} as OBO writes it. */
  private static String shortened(String iri) {
    String local = iri.startsWith(OBO) ? iri.substring(OBO.length()) : iri;
    return local.matches("[A-Za-z][A-Za-z0-9]*_\\w+") ? local.replaceFirst("_", ":") : iri;
  }

  private static Optional<ConceptId> parsed(String text) {
    String usable = text.strip();
    return usable.isEmpty() || usable.matches(".*[\\s|].*")
        ? Optional.empty()
        : Optional.of(ConceptId.parse(usable));
  }
}
