package org.hyperlinker.core.ontology;

/**
 * The identifier of a concept within its ontology, such as {@code D009203}.
 *
 * <p>Corpora and the earlier study write MeSH identifiers as {@code MESH:D009203}, the ontology
 * itself as {@code D009203}; {@link #parse} makes them equal. Prefixes of other ontologies stay.
 *
 * @param value not blank, without white space or {@code |}
 */
public record ConceptId(String value) implements Comparable<ConceptId> {

  private static final String MESH_PREFIX = "MESH:";
  private static final String NONE = "-1";

  /** Rejects identifiers that no ontology uses and that would break the text formats. */
  public ConceptId {
    if (value.isBlank() || value.chars().anyMatch(c -> Character.isWhitespace(c) || c == '|')) {
      throw new IllegalArgumentException(
          "a concept id has no blanks and no '|', found: '" + value + "'");
    }
  }

  /**
   * The identifier without a leading {@code MESH:} in either case.
   *
   * @throws IllegalArgumentException if nothing valid is left
   */
  public static ConceptId parse(String text) {
    String trimmed = text.strip();
    boolean prefixed = trimmed.regionMatches(true, 0, MESH_PREFIX, 0, MESH_PREFIX.length());
    return new ConceptId(prefixed ? trimmed.substring(MESH_PREFIX.length()) : trimmed);
  }

  /**
   * Whether it stands for no concept. Corpora write {@code -1} so, also for a part of a composite
   * mention, where it stays among the others.
   */
  public boolean none() {
    return value.equals(NONE);
  }

  @Override
  public int compareTo(ConceptId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
