package org.hyperlinker.linking.hybrid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hyperlinker.core.lexical.NormalForm;
import org.hyperlinker.core.lexical.Trigrams;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.linking.query.MentionQuery;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexRow;

/**
 * What a mention's words alone say.
 *
 * @param form the surface's normal form
 * @param trigrams the surface's look
 * @param named concepts with this name, and whether it is their preferred one
 * @param reordered concepts with these words in another order
 * @param written concepts whose name is the abbreviation as written; empty if nothing was written
 *     out
 * @param remembered what the surface meant in training, and how often
 */
record Evidence(
    NormalForm form,
    Trigrams trigrams,
    Map<ConceptId, Boolean> named,
    Set<ConceptId> reordered,
    Set<ConceptId> written,
    Map<ConceptId, Integer> remembered) {

  static Evidence of(MentionQuery query, EmbeddingIndex index, MentionLookup memory) {
    NormalForm form = NormalForm.of(query.surface());
    Map<ConceptId, Boolean> named = new HashMap<>();
    for (int row : index.lexicon().sameForm(form)) {
      IndexRow name = index.row(row);
      if (!name.remembered()) {
        named.merge(name.concept(), name.kind() == NameKind.PREFERRED, Boolean::logicalOr);
      }
    }
    Set<ConceptId> reordered = new HashSet<>();
    for (int row : index.lexicon().sameBag(form)) {
      IndexRow name = index.row(row);
      if (!name.remembered() && !named.containsKey(name.concept())) {
        reordered.add(name.concept());
      }
    }
    Map<ConceptId, Integer> remembered = memory.meanings(form);
    Set<ConceptId> written = new HashSet<>();
    if (query.expanded()) {
      NormalForm own = NormalForm.of(query.mention().text());
      for (int row : index.lexicon().sameForm(own)) {
        IndexRow name = index.row(row);
        if (!name.remembered()) {
          written.add(name.concept());
        }
      }
      if (remembered.isEmpty()) {
        remembered = memory.meanings(own);
      }
    }
    return new Evidence(form, Trigrams.of(query.surface()), named, reordered, written, remembered);
  }

  /** The concepts that the words bring up, whatever the model says. */
  Set<ConceptId> concepts() {
    Set<ConceptId> concepts = new HashSet<>(named.keySet());
    concepts.addAll(reordered);
    concepts.addAll(written);
    concepts.addAll(remembered.keySet());
    return concepts;
  }

  /** Whether the surface is a name or a training mention of the concept. */
  boolean names(ConceptId concept) {
    return named.containsKey(concept)
        || reordered.contains(concept)
        || remembered.containsKey(concept);
  }
}
