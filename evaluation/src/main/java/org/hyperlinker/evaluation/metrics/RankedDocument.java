package org.hyperlinker.evaluation.metrics;

/**
 * A document in the answer to a query.
 *
 * @param id its id
 * @param score higher is better; may be negative
 */
public record RankedDocument(String id, double score) {}
