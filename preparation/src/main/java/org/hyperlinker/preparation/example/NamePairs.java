package org.hyperlinker.preparation.example;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.preparation.example.NamePairSettings.Partner;

/**
 * The examples that an ontology gives by itself, made while they are read: each iteration gives the
 * same pairs in the order of the concepts and holds one concept's at a time. Names that differ only
 * in case count as one. Query ids are {@code name:<concept>:<n>}.
 */
public final class NamePairs implements Iterable<Example> {

  private final KnowledgeBase knowledgeBase;
  private final ItemTemplate item;
  private final NamePairSettings settings;

  /** The pairs of this ontology, with items written by the template. */
  public NamePairs(KnowledgeBase knowledgeBase, ItemTemplate item, NamePairSettings settings) {
    this.knowledgeBase = knowledgeBase;
    this.item = item;
    this.settings = settings;
  }

  @Override
  public Iterator<Example> iterator() {
    Random random = new Random(settings.seed());
    return knowledgeBase.concepts().stream()
        .flatMap(concept -> pairs(concept, random).stream())
        .iterator();
  }

  private List<Example> pairs(Concept concept, Random random) {
    List<ConceptName> names = names(concept);
    int others = names.size() - 1;
    boolean preferred = settings.partner() == Partner.PREFERRED_NAME;
    long possible = preferred ? others : (long) names.size() * others;
    long[] chosen = choose(possible, random);
    return IntStream.range(0, chosen.length)
        .mapToObj(
            n -> {
              int query = preferred ? (int) chosen[n] + 1 : (int) (chosen[n] / others);
              int partner = preferred ? 0 : (int) (chosen[n] % others);
              int shifted = !preferred && partner >= query ? partner + 1 : partner;
              return example(concept, n, names.get(query), names.get(shifted));
            })
        .toList();
  }

  private List<ConceptName> names(Concept concept) {
    List<ConceptName> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ConceptName name : concept.names()) {
      boolean wanted = names.isEmpty() || settings.permuted() || !name.permuted();
      if (wanted && seen.add(NameRows.fold(name.text()))) {
        names.add(name);
      }
    }
    return names;
  }

  /** Up to the cap of the numbers below {@code possible}, rising. */
  private long[] choose(long possible, Random random) {
    if (possible <= settings.perConcept()) {
      return LongStream.range(0, possible).toArray();
    }
    // Floyd's sampling without replacement: as many draws as numbers, all subsets equally likely.
    Set<Long> chosen = new TreeSet<>();
    for (long top = possible - settings.perConcept(); top < possible; top++) {
      long drawn = (long) (random.nextDouble() * (top + 1));
      if (!chosen.add(drawn)) {
        chosen.add(top);
      }
    }
    return chosen.stream().mapToLong(Long::longValue).toArray();
  }

  private Example example(Concept concept, int n, ConceptName query, ConceptName partner) {
    String id = concept.id().value();
    ExampleItem positive =
        new ExampleItem(id, item.text(concept, partner), OptionalDouble.of(1), "positive");
    return new Example(new ExampleQuery("name:" + id + ":" + n, query.text()), List.of(positive));
  }
}
