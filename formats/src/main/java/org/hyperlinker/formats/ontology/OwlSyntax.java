package org.hyperlinker.formats.ontology;

import java.util.Optional;
import java.util.regex.Pattern;

/** The syntaxes of OWL, told apart by how a file begins. */
enum OwlSyntax {
  /** OWL as RDF in XML. */
  RDF_XML("(?s)<.*(?:<rdf:RDF|<!DOCTYPE\\s+rdf:RDF).*"),
  /** OWL's own XML. */
  OWL_XML("(?s)<.*<(?:owl:)?Ontology\\b.*"),
  /** Functional-style syntax. */
  FUNCTIONAL("(?s)(?:Prefix|Ontology)\\s*\\(.*"),
  /** Manchester syntax. */
  MANCHESTER("(?s)(?:Prefix|Ontology):.*"),
  /** Turtle. */
  TURTLE("(?s)(?:#[^\\n]*\\n\\s*)*@(?:prefix|base)\\b.*");

  private final Pattern beginning;

  private OwlSyntax(String beginning) {
    this.beginning = Pattern.compile(beginning);
  }

  /** The syntax of a file that begins so, if it is one of them. */
  static Optional<OwlSyntax> of(String head) {
    for (OwlSyntax syntax : values()) {
      if (syntax.beginning.matcher(head.strip()).matches()) {
        return Optional.of(syntax);
      }
    }
    return Optional.empty();
  }
}
