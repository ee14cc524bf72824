package org.hyperlinker.core.text;

import java.util.stream.Collectors;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptName;

/**
 * How a concept's name becomes the text that the item encoder reads: the name alone, {@code name
 * [SEP] definition} or {@code name [SEP] alias; alias}.
 *
 * @param description what follows the name
 * @param limit the largest number of UTF-16 units of the description; the rest is cut
 */
public record ItemTemplate(Description description, int limit) {

  /** The name alone. */
  public static final ItemTemplate NAME_ONLY = new ItemTemplate(Description.NONE, 0);

  /** Rejects a negative limit. */
  public ItemTemplate {
    if (limit < 0) {
      throw new IllegalArgumentException("a description limit is 0 or larger, found: " + limit);
    }
  }

  /** The item text of one of the concept's names. */
  public String text(Concept concept, ConceptName name) {
    String described =
        switch (description) {
          case NONE -> "";
          case DEFINITION -> concept.definition();
          case ALIASES ->
              concept.names().stream()
                  .map(ConceptName::text)
                  .filter(alias -> !alias.equals(name.text()))
                  .distinct()
                  .collect(Collectors.joining("; "));
        };
    String cut = described.substring(0, Math.min(limit, described.length())).strip();
    return cut.isEmpty() ? name.text() : name.text() + QueryTemplate.SEPARATOR + cut;
  }

  /** What follows the name. */
  public enum Description {
    /** Nothing. */
    NONE,
    /** The concept's first definition. */
    DEFINITION,
    /** The concept's other names. */
    ALIASES
  }
}
