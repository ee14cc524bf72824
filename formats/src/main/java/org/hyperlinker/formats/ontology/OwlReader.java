package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;

/**
 * Reads the classes of an OWL ontology in RDF/XML, OWL/XML, functional, Manchester or Turtle syntax
 * by the OWL API, which holds the whole ontology in memory (about 20 times the file's size) and
 * must be on the class path.
 *
 * <p>A class becomes a concept as a term of OBO does: its name is the {@code rdfs:label} (else
 * {@code skos:prefLabel}) in English or without a language; names are the synonyms of {@code
 * oboInOwl} (exact, narrow, broad, related; the scope is the lexical tag), {@code skos:altLabel}
 * and IAO's alternative terms; definitions are IAO's and SKOS's. The id is {@code oboInOwl:id} or
 * follows from an OBO address ({@code .../obo/DOID_4} is {@code DOID:4}); otherwise it is the
 * class's IRI. Deprecated classes and classes without a name are counted as skipped, names in other
 * languages too. {@code rdfs:subClassOf} serves the filter's branches; the sink hears of IAO's
 * "term replaced by" and of alternative ids. Imports are never followed, but counted. Concepts come
 * in the order of their ids and have no line.
 */
public final class OwlReader implements OntologyReader {

  private final OntologyFilter filter;

  /** A reader of the concepts that the filter takes. */
  public OwlReader(OntologyFilter filter) {
    this.filter = filter;
  }

  @Override
  public Ledger read(Path file, Sink sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Ancestors ancestors = new Ancestors();
    List<Concept> concepts;
    try {
      concepts = new OwlClasses(OwlDocument.read(file, ledger), ledger, ancestors, sink).concepts();
    } catch (NoClassDefFoundError e) {
      throw new FormatException(
          file,
          0,
          "OWL is not read here",
          "the OWL API (net.sourceforge.owlapi:owlapi-impl and owlapi-parsers) on the class path",
          "no " + e.getMessage(),
          e);
    }
    if (concepts.isEmpty()) {
      throw new FormatException(file, 0, "no concept", "an owl:Class with an rdfs:label", "none");
    }
    Set<String> taken = ancestors.below(filter.branchIds());
    for (Concept concept : concepts) {
      ConceptId id = concept.id();
      if (filter.branches().isEmpty() || taken.contains(id.value())) {
        sink.accept(concept, 0);
        ledger.read();
      } else {
        ledger.skip("concept outside the branches");
      }
    }
    return ledger.build();
  }
}
