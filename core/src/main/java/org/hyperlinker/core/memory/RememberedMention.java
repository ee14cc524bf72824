package org.hyperlinker.core.memory;

import org.hyperlinker.core.ontology.ConceptId;

/**
 * A surface that a training corpus uses for a concept.
 *
 * @param surface the mention with its abbreviations written out, in the casing that came first
 * @param concept what it denoted
 * @param count how many mentions, at least 1
 */
public record RememberedMention(String surface, ConceptId concept, int count) {

  /** Rejects a blank surface and a count without meaning. */
  public RememberedMention {
    if (surface.isBlank() || count < 1) {
      throw new IllegalArgumentException(
          "a remembered mention needs a surface and a count of at least 1, found: '"
              + surface
              + "' and "
              + count);
    }
  }
}
