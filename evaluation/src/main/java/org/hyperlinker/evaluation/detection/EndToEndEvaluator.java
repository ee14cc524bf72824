package org.hyperlinker.evaluation.detection;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.evaluation.Progress;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.detection.MentionDetector;

/**
 * Measures text in, links out. At mention level a link is right if an annotated mention has its
 * span and its best concept; of a composite mention any of the concepts will do. At document level
 * the sets of concepts are compared, all concepts of composite mentions among them. Annotations,
 * and parts of composite ones, without a concept are not sought: what is linked in their place is
 * spurious.
 */
public final class EndToEndEvaluator {

  private final MentionDetector detector;
  private final double least;
  private final Map<SpanMatch, Agreement> spans = new EnumMap<>(SpanMatch.class);
  private Agreement mentions = Agreement.NONE;
  private Agreement concepts = Agreement.NONE;
  private int missed;
  private int spurious;
  private int unlinked;
  private int mislinked;

  private EndToEndEvaluator(MentionDetector detector, double least) {
    this.detector = detector;
    this.least = least;
    for (SpanMatch match : SpanMatch.values()) {
      spans.put(match, Agreement.NONE);
    }
  }

  /** How well this detector finds the mentions that the documents mark. */
  public static Map<SpanMatch, Agreement> spans(
      MentionDetector detector, Collection<Document> documents) {
    EndToEndEvaluator evaluator = new EndToEndEvaluator(detector, 0);
    documents.forEach(evaluator::detect);
    return evaluator.spans;
  }

  /**
   * Finds and links what these documents say, by the linker's own detector.
   *
   * @param least probability of a link, 0 to 1; a mention of which none is so sure is found and not
   *     linked
   */
  public static EndToEndReport evaluate(
      EntityLinker linker, List<Document> documents, double least, Progress progress) {
    EndToEndEvaluator evaluator = new EndToEndEvaluator(linker.detector(), least);
    for (int i = 0; i < documents.size(); i++) {
      Document found = evaluator.detect(documents.get(i));
      evaluator.links(linker.link(found), documents.get(i));
      progress.advanced("documents", i + 1, documents.size());
    }
    return evaluator.report(documents.size());
  }

  private Document detect(Document gold) {
    Document found = detector.mark(gold);
    List<Mention> predicted = found.mentions().toList();
    List<Mention> marked = gold.mentions().toList();
    spans.replaceAll((match, sum) -> sum.plus(match.agreement(predicted, marked)));
    return found;
  }

  private void links(List<Link> links, Document document) {
    Map<List<Span>, Set<ConceptId>> gold = new HashMap<>();
    Set<ConceptId> meant = new HashSet<>();
    for (Mention mention : document.mentions().filter(m -> !m.denoted().isEmpty()).toList()) {
      gold.computeIfAbsent(mention.spans(), none -> new HashSet<>()).addAll(mention.denoted());
      meant.addAll(mention.denoted());
    }
    Set<ConceptId> said = new HashSet<>();
    int found = 0;
    int made = 0;
    int placed = 0;
    int right = 0;
    for (Link link : links) {
      Set<ConceptId> there = gold.getOrDefault(link.mention().spans(), Set.of());
      found += there.isEmpty() ? 0 : 1;
      if (link.linked(least)) {
        ConceptId best = link.best().orElseThrow().concept();
        said.add(best);
        made++;
        placed += there.isEmpty() ? 0 : 1;
        right += there.contains(best) ? 1 : 0;
      }
    }
    mentions = mentions.plus(new Agreement(right, made, right, gold.size()));
    missed += gold.size() - found;
    spurious += made - placed;
    unlinked += found - placed;
    mislinked += placed - right;
    int agreed = (int) said.stream().filter(meant::contains).count();
    concepts = concepts.plus(new Agreement(agreed, said.size(), agreed, meant.size()));
  }

  private EndToEndReport report(int documents) {
    return new EndToEndReport(
        documents,
        spans,
        mentions,
        concepts,
        new EndToEndReport.Errors(missed, spurious, unlinked, mislinked));
  }
}
