package org.hyperlinker.recipe.mining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;

/**
 * The gold concepts of query texts. Where one text, case aside, occurs with several concepts, all
 * of them are gold: a model that reads nothing else cannot tell them apart, and would be taught
 * both ways.
 */
final class GoldTable {

  private static final String POSITIVE = "positive";

  private final KnowledgeBase ontology;
  private final Map<String, Gold> byText = new HashMap<>();
  private final Map<ConceptId, List<String>> keys = new HashMap<>();

  GoldTable(List<Example> examples, KnowledgeBase ontology) {
    this.ontology = ontology;
    examples.forEach(this::add);
  }

  /** The items of type {@code positive}; the first item where no item has this type. */
  static List<ExampleItem> positives(Example example) {
    List<ExampleItem> typed =
        example.items().stream().filter(item -> item.type().equals(POSITIVE)).toList();
    return typed.isEmpty() ? List.of(example.items().getFirst()) : typed;
  }

  /** The gold of a query text, which is one of the examples'. */
  Gold of(String query) {
    return byText.get(NameKey.fold(query));
  }

  private List<String> keys(ConceptId concept) {
    return ontology.find(concept).map(Concept::names).orElse(List.of()).stream()
        .map(name -> NameKey.of(name.text()))
        .distinct()
        .toList();
  }

  private void add(Example example) {
    Gold gold = byText.computeIfAbsent(NameKey.fold(example.query().content()), _ -> new Gold());
    for (ExampleItem item : positives(example)) {
      ConceptId concept = ConceptId.parse(item.id());
      if (!gold.contains(concept)) {
        gold.add(concept);
        gold.addNames(keys.computeIfAbsent(concept, this::keys));
      }
      gold.addNames(List.of(NameKey.of(NameKey.surface(item.content()))));
    }
  }
}
