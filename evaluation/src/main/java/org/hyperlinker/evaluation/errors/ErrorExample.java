package org.hyperlinker.evaluation.errors;

/**
 * A wrong answer to look at.
 *
 * @param document the document's id
 * @param mention the mention's words
 * @param type the mention's type; may be empty
 * @param gold the gold concept's id; empty where the mention has none
 * @param goldName its preferred name; empty where the ontology has none
 * @param predicted the first candidate's id
 * @param predictedName its preferred name
 * @param wonBy the name of it that won
 */
public record ErrorExample(
    String document,
    String mention,
    String type,
    String gold,
    String goldName,
    String predicted,
    String predictedName,
    String wonBy) {}
