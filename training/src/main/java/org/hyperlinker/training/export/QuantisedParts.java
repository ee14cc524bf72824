package org.hyperlinker.training.export;

/**
 * Which parts of an 8-bit graph compute with 8 bits beside BERT's layers.
 *
 * @param embeddings whether word embeddings are stored so; the table shrinks to a quarter
 * @param hyperHead whether the hyper-head's value and output projections are
 */
public record QuantisedParts(boolean embeddings, boolean hyperHead) {}
