package org.hyperlinker.model.qnet;

/** What a query text becomes: a q-net (hypencoder) or a vector (bi-encoder). */
public sealed interface QueryRepresentation permits QNet, QueryVector {

  /** The width of the item embeddings that it can score. */
  int dimension();
}
