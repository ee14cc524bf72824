package org.hyperlinker.core.ontology;

/**
 * One name of a concept.
 *
 * @param text the name as the ontology writes it, not blank
 * @param kind the role of the name for its concept
 * @param permuted whether the name is a mechanical inversion such as {@code Infarction, Myocardial}
 *     (MeSH {@code IsPermutedTermYN})
 * @param lexicalTag the ontology's lexical class, such as MeSH's {@code ABB}, {@code TRD} or {@code
 *     NON}; empty where it gives none
 */
public record ConceptName(String text, NameKind kind, boolean permuted, String lexicalTag) {

  /** Rejects a blank name. */
  public ConceptName {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a concept name is not blank");
    }
  }

  /** A preferred name without flags. */
  public static ConceptName preferred(String text) {
    return new ConceptName(text, NameKind.PREFERRED, false, "");
  }

  /** A synonym without flags. */
  public static ConceptName synonym(String text) {
    return new ConceptName(text, NameKind.SYNONYM, false, "");
  }
}
