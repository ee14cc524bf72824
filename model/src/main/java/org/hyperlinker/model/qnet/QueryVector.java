package org.hyperlinker.model.qnet;

/**
 * The vector that a bi-encoder makes of a query.
 *
 * @param values not copied; nobody may change them
 * @param similarity how it is compared with an item embedding
 */
public record QueryVector(float[] values, Similarity similarity) implements QueryRepresentation {

  @Override
  public int dimension() {
    return values.length;
  }
}
