package org.hyperlinker.training.export;

/**
 * How the parts of BERT compute.
 *
 * @param embeddings how words are looked up
 * @param contractions the second layer of each feed-forward part
 * @param layers all other linear layers
 */
record BertArithmetic(Arithmetic embeddings, Arithmetic contractions, Arithmetic layers) {}
