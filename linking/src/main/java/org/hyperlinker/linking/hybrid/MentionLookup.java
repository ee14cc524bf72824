package org.hyperlinker.linking.hybrid;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hyperlinker.core.lexical.NormalForm;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.memory.RememberedMention;
import org.hyperlinker.core.ontology.ConceptId;

/** Training mentions by their normal forms. Immutable and safe for many threads. */
public final class MentionLookup {

  private final Map<String, Map<ConceptId, Integer>> byOrder = new HashMap<>();
  private final Map<String, Map<ConceptId, Integer>> byBag = new HashMap<>();
  private final Map<ConceptId, Integer> concepts = new HashMap<>();

  private MentionLookup() {}

  /** A lookup of these mentions. */
  public static MentionLookup of(MentionMemory memory) {
    MentionLookup lookup = new MentionLookup();
    memory.mentions().forEach(lookup::add);
    return lookup;
  }

  private void add(RememberedMention mention) {
    NormalForm form = NormalForm.of(mention.surface());
    count(byOrder, form.ordered(), mention);
    count(byBag, form.bag(), mention);
    concepts.merge(mention.concept(), mention.count(), Integer::sum);
  }

  private static void count(
      Map<String, Map<ConceptId, Integer>> counts, String form, RememberedMention mention) {
    if (!form.isEmpty()) {
      counts
          .computeIfAbsent(form, none -> new LinkedHashMap<>())
          .merge(mention.concept(), mention.count(), Integer::sum);
    }
  }

  /**
   * What a surface meant, and how often.
   *
   * @return by the ordered form, or if that is unknown by the bag of words; empty if both are
   */
  Map<ConceptId, Integer> meanings(NormalForm form) {
    Map<ConceptId, Integer> same = byOrder.get(form.ordered());
    return same != null ? same : byBag.getOrDefault(form.bag(), Map.of());
  }

  /** How often the concept was meant. */
  int count(ConceptId concept) {
    return concepts.getOrDefault(concept, 0);
  }
}
