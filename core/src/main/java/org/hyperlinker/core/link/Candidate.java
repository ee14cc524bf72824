package org.hyperlinker.core.link;

import org.hyperlinker.core.ontology.ConceptId;

/**
 * A concept that may be what a mention denotes.
 *
 * @param concept the concept
 * @param preferredName the concept's display name
 * @param matchedName the text of the index row that won for this concept
 * @param score the model's score; comparable only within one mention, may be negative
 */
public record Candidate(ConceptId concept, String preferredName, String matchedName, float score) {}
