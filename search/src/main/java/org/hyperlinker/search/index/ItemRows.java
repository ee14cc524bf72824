package org.hyperlinker.search.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hyperlinker.core.memory.RememberedMention;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.core.text.ItemTemplate;

/**
 * The rows of an index to be, in knowledge-base order, with the texts to encode. A text that a
 * concept has already is left out: it would have the same embedding and the same answer. Training
 * mentions follow their concept's names and are kept in any case, as their counts are evidence.
 *
 * @param rows the rows
 * @param texts their item texts
 */
record ItemRows(List<IndexRow> rows, List<String> texts) {

  static ItemRows of(IndexSource source, ItemTemplate template, IndexSettings settings) {
    ItemRows items = new ItemRows(new ArrayList<>(), new ArrayList<>());
    KnowledgeBase knowledgeBase = source.knowledgeBase();
    Map<ConceptId, List<RememberedMention>> memory = source.memory().byConcept();
    for (Concept concept : knowledgeBase.concepts()) {
      String branches = branches(concept, knowledgeBase);
      Set<String> seen = new HashSet<>();
      for (ConceptName name : names(concept, settings)) {
        String text = template.text(concept, name);
        if (seen.add(text)) {
          items.add(concept, name, 0, branches, text);
        }
      }
      for (RememberedMention mention : memory.getOrDefault(concept.id(), List.of())) {
        ConceptName name = new ConceptName(mention.surface(), NameKind.TRAINING_MENTION, false, "");
        items.add(concept, name, mention.count(), branches, template.text(concept, name));
      }
    }
    return items;
  }

  private void add(Concept concept, ConceptName name, int count, String branches, String text) {
    texts.add(text);
    rows.add(
        new IndexRow(
            concept.id(), name.text(), concept.preferredName(), name.kind(), count, branches));
  }

  private static String branches(Concept concept, KnowledgeBase knowledgeBase) {
    Stream<String> mapped =
        concept.mappedTo().stream()
            .flatMap(heading -> knowledgeBase.find(heading).stream())
            .flatMap(heading -> heading.treeNumbers().stream());
    return Stream.concat(
            concept.treeNumbers().stream(),
            concept.treeNumbers().isEmpty() ? mapped : Stream.empty())
        .filter(number -> !number.isEmpty())
        .map(number -> number.substring(0, number.offsetByCodePoints(0, 1)))
        .distinct()
        .sorted()
        .collect(Collectors.joining());
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
