package org.hyperlinker.formats.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * The field in which a corpus states a mention's concepts: {@code D001}, {@code MESH:D001}, {@code
 * D001|D002} (also with comma, semicolon or plus), {@code -1} or nothing for a mention without.
 * Where only a part of a composite mention has no concept (BC5CDR has {@code D002544|-1}), the part
 * stays as the id {@code -1}: the mention is no less composite for it.
 */
final class ConceptField {

  /** What corpora write for a mention that no concept of the ontology fits. */
  static final String NONE = "-1";

  private static final Pattern SEPARATOR = Pattern.compile("[|,;+]");

  private ConceptField() {}

  /**
   * The concepts, in order.
   *
   * @throws IllegalArgumentException if one has white space inside
   */
  static List<ConceptId> parse(String field) {
    List<ConceptId> parts =
        Arrays.stream(SEPARATOR.split(field))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(part -> part.equals("-") ? NONE : part)
            .map(ConceptId::parse)
            .toList();
    return parts.stream().allMatch(ConceptField::none) ? List.of() : parts;
  }

  /** The canonical field: ids joined by {@code |}, or {@code -1}. */
  static String format(List<ConceptId> concepts) {
    return concepts.isEmpty()
        ? NONE
        : concepts.stream().map(ConceptId::value).collect(Collectors.joining("|"));
  }

  /** Whether the field says exactly these concepts. */
  static boolean says(String field, List<ConceptId> concepts) {
    return parse(field).equals(concepts);
  }

  /** Whether the id stands for no concept. */
  static boolean none(ConceptId id) {
    return id.value().equals(NONE);
  }
}
