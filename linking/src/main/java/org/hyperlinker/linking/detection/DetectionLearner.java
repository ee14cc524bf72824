package org.hyperlinker.linking.detection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.abbreviation.Abbreviations;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.lexical.NormalForm;
import org.hyperlinker.search.index.EmbeddingIndex;

/**
 * Counts in a corpus with marked mentions which surfaces are mentions and which stand outside of
 * them. What stands within a longer mention says neither.
 */
public final class DetectionLearner {

  private final NamedSpans names;
  private final BranchTypes fallback;
  private final Set<String> mentioned = new HashSet<>();
  private final SortedMap<String, Occurrences> surfaces = new TreeMap<>();
  private final Map<String, String> classOf = new HashMap<>();

  private DetectionLearner(EmbeddingIndex index, BranchTypes fallback) {
    this.names = new NamedSpans(index);
    this.fallback = fallback;
  }

  /** The evidence of these documents about the names of an index. */
  public static DetectionEvidence learn(EmbeddingIndex index, Collection<Document> documents) {
    return learn(index, BranchTypes.of(index.branches().values()), documents);
  }

  static DetectionEvidence learn(
      EmbeddingIndex index, BranchTypes fallback, Collection<Document> documents) {
    DetectionLearner learner = new DetectionLearner(index, fallback);
    documents.forEach(learner::remember);
    documents.forEach(learner::count);
    return learner.evidence();
  }

  private void remember(Document document) {
    Abbreviations known = Abbreviations.of(document);
    document
        .mentions()
        .map(Mention::text)
        .filter(surface -> !known.longForms().containsKey(surface))
        .forEach(surface -> mentioned.add(Surfaces.key(surface, NormalForm.of(surface).ordered())));
  }

  private void count(Document document) {
    Abbreviations known = Abbreviations.of(document);
    document.passages().forEach(passage -> count(passage, known));
  }

  private void count(Passage passage, Abbreviations known) {
    Words words = Words.of(passage.text());
    Map<Span, String> gold = new HashMap<>();
    passage.mentions().stream()
        // One that goes on in the next passage is found in neither.
        .filter(mention -> passage.holds(mention.extent()))
        .forEach(mention -> gold.put(passage.local(mention.extent()), mention.type()));
    int size = words.words().size();
    for (int first = 0; first < size; first++) {
      for (int last = first; last < Math.min(size, first + Words.LONGEST); last++) {
        if (!words.joint(first, last)) {
          break;
        }
        int end = words.end(first, last);
        if (end > 0) {
          Span span = new Span(words.words().get(first).start(), end);
          count(passage, span, words.form(first, last), first == last, gold, known);
        }
      }
    }
  }

  private void count(
      Passage passage,
      Span span,
      String ordered,
      boolean oneWord,
      Map<Span, String> gold,
      Abbreviations known) {
    String surface = passage.text().substring(span.start(), span.end());
    if (ordered.isEmpty() || known.longForms().containsKey(surface)) {
      return;
    }
    String key = Surfaces.key(surface, ordered);
    Optional<String> branches = names.branches(surface, ordered);
    if (branches.isEmpty() && !mentioned.contains(key)) {
      return;
    }
    String type = gold.get(span);
    if (type == null && gold.keySet().stream().anyMatch(g -> covers(g, span))) {
      return;
    }
    branches.ifPresent(b -> classOf.put(key, Surfaces.nameClass(b, oneWord)));
    surfaces.merge(
        key,
        type == null ? Occurrences.outside(1) : Occurrences.inside(type, 1),
        Occurrences::plus);
  }

  private static boolean covers(Span outer, Span inner) {
    return outer.start() <= inner.start() && outer.end() >= inner.end();
  }

  private DetectionEvidence evidence() {
    SortedMap<String, Occurrences> classes = new TreeMap<>();
    classOf.forEach(
        (key, nameClass) -> {
          Occurrences seen = surfaces.get(key);
          Occurrences one =
              seen.inside() > seen.outside()
                  ? Occurrences.inside(seen.type().orElseThrow(), 1)
                  : Occurrences.outside(1);
          classes.merge(nameClass, one, Occurrences::plus);
        });
    return new DetectionEvidence(surfaces, classes, fallback);
  }
}
