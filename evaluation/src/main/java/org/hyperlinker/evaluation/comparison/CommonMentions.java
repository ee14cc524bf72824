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
import org.hyperlinker.evaluation.metrics.RankMeasure;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.hyperlinker.evaluation.protocol.Standing;

/**
 * The mentions that several systems answered, brought side by side: those that at least one of them
 * could link. A system whose index lacks the concept is wrong there.
 *
 * @param documents the document of each mention
 * @param ranks for each system and each of its runs the ranks of the gold concepts, in the order of
 *     the mentions
 */
record CommonMentions(List<String> documents, List<List<List<OptionalInt>>> ranks) {

  /** What makes two mentions the same; equal ones of one document are told by their order. */
  private record Key(String document, List<Span> spans, List<ConceptId> gold, int occurrence) {}

  /** One run's answers. */
  private record Run(String system, SequencedMap<Key, MentionResult> answers) {}

  /**
   * Brings systems side by side.
   *
   * @throws IllegalArgumentException if they, or the runs of one, did not answer the same mentions
   */
  static CommonMentions of(List<SystemResults> systems) {
    List<List<Run>> runs = systems.stream().map(CommonMentions::runs).toList();
    List<Run> all = runs.stream().flatMap(List::stream).toList();
    Run first = all.getFirst();
    for (Run run : all) {
      requireAll(first, run);
      requireAll(run, first);
    }
    List<Key> keys =
        first.answers().keySet().stream()
            .filter(
                key ->
                    all.stream()
                        .anyMatch(r -> r.answers().get(key).standing() == Standing.LINKABLE))
            .toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "no mention of " + first.system() + " has a concept that an index has");
    }
    return new CommonMentions(
        keys.stream().map(Key::document).toList(),
        runs.stream()
            .map(several -> several.stream().map(run -> ranks(run, keys)).toList())
            .toList());
  }

  /** A measure's values for a system, the mean over its runs for each mention. */
  double[] values(int system, RankMeasure measure) {
    double[] values = new double[documents.size()];
    List<List<OptionalInt>> runs = ranks.get(system);
    for (List<OptionalInt> run : runs) {
      for (int i = 0; i < values.length; i++) {
        values[i] += measure.of(run.get(i)) / runs.size();
      }
    }
    return values;
  }

  /** How many runs a system has. */
  int runs(int system) {
    return ranks.get(system).size();
  }

  /** In how many runs of a system each mention is right at rank 1. */
  int[] hits(int system) {
    int[] hits = new int[documents.size()];
    for (List<OptionalInt> run : ranks.get(system)) {
      for (int i = 0; i < hits.length; i++) {
        hits[i] += run.get(i).orElse(0) == 1 ? 1 : 0;
      }
    }
    return hits;
  }

  private static List<OptionalInt> ranks(Run run, List<Key> keys) {
    return keys.stream().map(key -> run.answers().get(key).rank()).toList();
  }

  private static List<Run> runs(SystemResults system) {
    return system.runs().stream().map(run -> new Run(system.name(), keyed(run))).toList();
  }

  private static SequencedMap<Key, MentionResult> keyed(List<MentionResult> mentions) {
    Map<Key, Integer> occurrences = new HashMap<>();
    SequencedMap<Key, MentionResult> keyed = new LinkedHashMap<>();
    for (MentionResult result : mentions) {
      Key first =
          new Key(result.documentId(), result.mention().spans(), result.mention().concepts(), 0);
      int occurrence = occurrences.merge(first, 1, Integer::sum);
      keyed.put(new Key(first.document(), first.spans(), first.gold(), occurrence), result);
    }
    return keyed;
  }

  private static void requireAll(Run expected, Run found) {
    List<Key> missing = new ArrayList<>(expected.answers().keySet());
    missing.removeIf(found.answers()::containsKey);
    if (!missing.isEmpty()) {
      MentionResult first = expected.answers().get(missing.getFirst());
      throw new IllegalArgumentException(
          String.format(
              "%s lacks %,d of the %,d mentions of %s, first '%s' in document %s; compare results"
                  + " of one corpus and one protocol",
              found.system(),
              missing.size(),
              expected.answers().size(),
              expected.system(),
              first.mention().text(),
              first.documentId()));
    }
  }
}
