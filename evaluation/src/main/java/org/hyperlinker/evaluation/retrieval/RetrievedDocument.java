package org.hyperlinker.evaluation.retrieval;

/**
 * A document in the answer to a query.
 *
 * @param id its id
 * @param text its text; of several with this id the best-scored
 * @param score the model's score; comparable only within one query, may be negative
 */
record RetrievedDocument(String id, String text, float score) {}
