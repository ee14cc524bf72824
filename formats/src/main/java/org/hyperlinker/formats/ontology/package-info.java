/** Ontologies: MeSH XML, the knowledge base as JSONL, and the earlier study's JSON. */
package org.hyperlinker.formats.ontology;
