package org.hyperlinker.preparation.example;

/**
 * How the ontology's own names become training examples: the query is one name, without context,
 * the positive item another name of the same concept.
 *
 * @param partner which names are items
 * @param perConcept the largest number of pairs of one concept, at least 1
 * @param permuted whether mechanical inversions such as {@code Infarction, Myocardial} take part
 * @param seed equal seeds choose equal pairs
 */
public record NamePairSettings(Partner partner, int perConcept, boolean permuted, long seed) {

  /** Rejects a cap below 1. */
  public NamePairSettings {
    if (perConcept < 1) {
      throw new IllegalArgumentException(
          "name pairs per concept must be 1 or more, found: " + perConcept);
    }
  }

  /** Which names are items. */
  public enum Partner {
    /** The preferred name; queries are the others. Fits an index of one row a concept. */
    PREFERRED_NAME,
    /** Any name but the query. Fits an index of one row a name. */
    ANY_NAME
  }
}
