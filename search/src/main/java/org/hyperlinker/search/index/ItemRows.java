package org.hyperlinker.search.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.text.ItemTemplate;

/**
 * The rows of an index to be, in knowledge-base order, with the texts to encode. A text that a
 * concept has already is left out: it would have the same embedding and the same answer.
 *
 * @param rows the rows
 * @param texts their item texts
 */
record ItemRows(List<IndexRow> rows, List<String> texts) {

  static ItemRows of(KnowledgeBase knowledgeBase, ItemTemplate template, IndexSettings settings) {
    ItemRows items = new ItemRows(new ArrayList<>(), new ArrayList<>());
    for (Concept concept : knowledgeBase.concepts()) {
      Set<String> seen = new HashSet<>();
      for (ConceptName name : names(concept, settings)) {
        String text = template.text(concept, name);
        if (seen.add(text)) {
          items.texts.add(text);
          items.rows.add(
              new IndexRow(concept.id(), name.text(), concept.preferredName(), name.kind()));
        }
      }
    }
    return items;
  }

  private static List<ConceptName> names(Concept concept, IndexSettings settings) {
    ConceptName preferred = concept.names().getFirst();
    return switch (settings.contents().rows()) {
      case CONCEPT -> List.of(preferred);
      case NAME ->
          concept.names().stream()
              .filter(
                  name ->
                      name == preferred || !(settings.contents().skipPermuted() && name.permuted()))
              .toList();
    };
  }
}
