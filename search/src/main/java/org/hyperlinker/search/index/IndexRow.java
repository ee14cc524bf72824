package org.hyperlinker.search.index;

import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.NameKind;

/**
 * A row of an index.
 *
 * @param concept what the row stands for
 * @param name the name that was embedded
 * @param preferredName the concept's display name
 * @param kind the role of {@code name}
 */
public record IndexRow(ConceptId concept, String name, String preferredName, NameKind kind) {}
