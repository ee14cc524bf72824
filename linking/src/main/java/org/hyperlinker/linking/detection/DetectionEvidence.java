package org.hyperlinker.linking.detection;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.lexical.NormalForm;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.memory.RememberedMention;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * What tells mentions from the same words elsewhere: how often surfaces were mentions in training,
 * and how often the names of each class of concepts were.
 *
 * @param surfaces by {@link Surfaces#key}
 * @param classes distinct names by {@link Surfaces#nameClass}; a name that was mostly a mention
 *     counts as one
 * @param fallback what is thought of names of a class that was never seen
 */
public record DetectionEvidence(
    SortedMap<String, Occurrences> surfaces,
    SortedMap<String, Occurrences> classes,
    BranchTypes fallback) {

  /** Copies the maps. */
  public DetectionEvidence {
    surfaces = new TreeMap<>(surfaces);
    classes = new TreeMap<>(classes);
  }

  /**
   * What can be known without a training corpus: that training mentions were mentions, and types by
   * the branches.
   */
  static DetectionEvidence of(
      MentionMemory memory, Map<ConceptId, String> branches, BranchTypes types) {
    SortedMap<String, Occurrences> surfaces = new TreeMap<>();
    for (RememberedMention mention : memory.mentions()) {
      String of = branches.getOrDefault(mention.concept(), "");
      String key = Surfaces.key(mention.surface(), NormalForm.of(mention.surface()).ordered());
      surfaces.merge(
          key, Occurrences.inside(types.lenient(of), mention.count()), Occurrences::plus);
    }
    return new DetectionEvidence(surfaces, new TreeMap<>(), types);
  }

  /** No evidence: names are mentions by their branches. */
  static DetectionEvidence none(BranchTypes types) {
    return new DetectionEvidence(new TreeMap<>(), new TreeMap<>(), types);
  }
}
