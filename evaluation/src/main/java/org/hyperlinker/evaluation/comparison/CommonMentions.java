package org.hyperlinker.evaluation.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.hyperlinker.evaluation.protocol.Standing;

/**
 * The mentions that several systems answered, brought side by side: those that at least one of them
 * could link. A system whose index lacks the concept is wrong there.
 *
 * @param mentions as the first system has them
 * @param ranks for each system the ranks of the gold concepts, in the order of the mentions
 */
record CommonMentions(List<MentionResult> mentions, List<List<OptionalInt>> ranks) {

  /** What makes two mentions the same; equal ones of one document are told by their order. */
  private record Key(String document, List<Span> spans, List<ConceptId> gold, int occurrence) {}

  /**
   * Brings systems side by side.
   *
   * @throws IllegalArgumentException if they did not answer the same mentions
   */
  static CommonMentions of(List<SystemResults> systems) {
    List<SequencedMap<Key, MentionResult>> keyed =
        systems.stream().map(CommonMentions::keyed).toList();
    for (int i = 1; i < systems.size(); i++) {
      requireAll(systems.getFirst(), keyed.getFirst(), systems.get(i), keyed.get(i));
      requireAll(systems.get(i), keyed.get(i), systems.getFirst(), keyed.getFirst());
    }
    List<MentionResult> mentions = new ArrayList<>();
    List<List<OptionalInt>> ranks = new ArrayList<>();
    systems.forEach(system -> ranks.add(new ArrayList<>()));
    keyed
        .getFirst()
        .forEach(
            (key, mention) -> {
              if (keyed.stream().anyMatch(k -> k.get(key).standing() == Standing.LINKABLE)) {
                mentions.add(mention);
                for (int i = 0; i < ranks.size(); i++) {
                  ranks.get(i).add(keyed.get(i).get(key).rank());
                }
              }
            });
    if (mentions.isEmpty()) {
      throw new IllegalArgumentException(
          "no mention of " + systems.getFirst().name() + " has a concept that an index has");
    }
    return new CommonMentions(mentions, ranks);
  }

  private static SequencedMap<Key, MentionResult> keyed(SystemResults system) {
    Map<Key, Integer> occurrences = new HashMap<>();
    SequencedMap<Key, MentionResult> keyed = new LinkedHashMap<>();
    for (MentionResult result : system.mentions()) {
      Key first =
          new Key(result.documentId(), result.mention().spans(), result.mention().concepts(), 0);
      int occurrence = occurrences.merge(first, 1, Integer::sum);
      keyed.put(new Key(first.document(), first.spans(), first.gold(), occurrence), result);
    }
    return keyed;
  }

  private static void requireAll(
      SystemResults one,
      SequencedMap<Key, MentionResult> expected,
      SystemResults other,
      SequencedMap<Key, MentionResult> found) {
    List<Key> missing = expected.keySet().stream().filter(k -> !found.containsKey(k)).toList();
    if (!missing.isEmpty()) {
      MentionResult first = expected.get(missing.getFirst());
      throw new IllegalArgumentException(
          String.format(
              "%s lacks %,d of the %,d mentions of %s, first '%s' in document %s; compare results"
                  + " of one corpus and one protocol",
              other.name(),
              missing.size(),
              expected.size(),
              one.name(),
              first.mention().text(),
              first.documentId()));
    }
  }
}
