/** Concepts, their names and the knowledge base that holds them. */
package org.hyperlinker.core.ontology;
