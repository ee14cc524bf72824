/** Ontologies in the formats of {@link org.hyperlinker.formats.ontology.OntologyFormat}. */
package org.hyperlinker.formats.ontology;
