package org.hyperlinker.recipe.mining;

import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.search.index.IndexRow;

/**
 * Writes negatives as the positives are written.
 *
 * @param ontology where a description comes from
 * @param template the model's own
 */
record ItemTexts(KnowledgeBase ontology, ItemTemplate template) {

  /**
   * The item text of a row.
   *
   * @throws IllegalArgumentException if the ontology has not its concept
   */
  String of(IndexRow row) {
    Concept concept =
        ontology
            .find(row.concept())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the index has concept "
                            + row.concept()
                            + ", which the ontology has not; give the ontology that the index was"
                            + " built of"));
    return template.text(concept, new ConceptName(row.name(), row.kind(), false, ""));
  }

  /**
   * Refuses examples whose positives have another form: a model would learn to tell positives from
   * negatives by it.
   *
   * @throws IllegalArgumentException if most positives of known concepts are not what the template
   *     makes of a name
   */
  void requireFormOf(List<Example> examples) {
    int known = 0;
    int alike = 0;
    String other = "";
    for (Example example : examples) {
      for (ExampleItem item : GoldTable.positives(example)) {
        Optional<Concept> concept = ontology.find(ConceptId.parse(item.id()));
        if (concept.isPresent()) {
          known++;
          boolean same =
              concept.get().names().stream()
                  .anyMatch(name -> template.text(concept.get(), name).equals(item.content()));
          alike += same ? 1 : 0;
          other = same ? other : item.content();
        }
      }
    }
    if (2 * alike < known) {
      throw new IllegalArgumentException(
          ("%,d of %,d positives, such as '%s', are not written as the model's items are (%s);"
                  + " prepare the examples with --item as the model was trained")
              .formatted(known - alike, known, other, template));
    }
  }
}
