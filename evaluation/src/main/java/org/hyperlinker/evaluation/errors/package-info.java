/** Kinds of wrong answers, found by the places of concepts in the ontology's hierarchy. */
package org.hyperlinker.evaluation.errors;
