package org.hyperlinker.evaluation.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.evaluation.Progress;
import org.hyperlinker.evaluation.metrics.RankSummary;
import org.hyperlinker.evaluation.statistics.ClusterBootstrap;
import org.hyperlinker.linking.Ranking;

/**
 * Asks a {@link CandidatePool} the mentions of a corpus and measures the answers. Whole documents
 * are linked, as their mentions bear on each other; the protocol says which answers count. Safe for
 * many threads if the pool is.
 */
public final class Evaluator {

  private final CandidatePool pool;
  private final EvaluationSettings settings;

  /** An evaluator of this pool. */
  public Evaluator(CandidatePool pool, EvaluationSettings settings) {
    this.pool = pool;
    this.settings = settings;
  }

  /**
   * Evaluates.
   *
   * @param corpus with gold concepts
   * @param training tells seen from unseen in the breakdown; without it there is none
   * @param progress told of distinct {@code queries}
   * @throws IllegalArgumentException if no mention has a single concept that the pool knows, or a
   *     mention does not fit its passage
   */
  public Evaluation evaluate(Corpus corpus, Optional<Corpus> training, Progress progress) {
    MentionSelection selection = MentionSelection.of(corpus.documents(), settings.protocol());
    Set<ConceptId> own = selection.ownConcepts(pool);
    if (own.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to evaluate: none of the "
              + corpus.documents().stream().flatMap(Document::mentions).count()
              + " mentions of "
              + corpus.name()
              + " has a single concept that is in the index; check that corpus and index use the"
              + " same ontology");
    }
    try (MentionRanker ranker =
        switch (settings.protocol()) {
          case RESTRICTED -> pool.only(own, settings.topK());
          case FULL -> pool.all(settings.topK());
        }) {
      Ranking ranking =
          ranker.rank(
              corpus.documents(),
              settings.batch(),
              (done, total) -> progress.advanced("queries", done, total));
      List<MentionResult> results =
          selection.choose(ranking.mentions()).stream()
              .map(ranked -> MentionResult.of(ranked, standing(ranked.link().mention())))
              .toList();
      return new Evaluation(
          new EvaluationReport(
              settings,
              coverage(corpus, results, ranker.concepts()),
              slices(results, training),
              Timings.of(ranking),
              provenance(corpus, training, ranker.search())),
          results);
    }
  }

  private Coverage coverage(Corpus corpus, List<MentionResult> results, int candidates) {
    List<Mention> mentions = corpus.documents().stream().flatMap(Document::mentions).toList();
    int single = (int) mentions.stream().filter(Mention::single).count();
    int composite = (int) mentions.stream().filter(Mention::composite).count();
    int asked = (int) results.stream().filter(r -> r.mention().single()).count();
    List<MentionResult> several = results.stream().filter(r -> r.mention().composite()).toList();
    int compositeHits =
        (int)
            several.stream()
                .filter(r -> r.mention().denoted().stream().anyMatch(r.answered()::contains))
                .count();
    int compositeWhole =
        (int) several.stream().filter(r -> r.mention().denoted().equals(r.answered())).count();
    return new Coverage(
        mentions.size(),
        mentions.size() - single - composite,
        composite,
        single,
        asked,
        linkable(results).size(),
        compositeHits,
        compositeWhole,
        candidates);
  }

  private Standing standing(Mention mention) {
    if (mention.composite()) {
      return Standing.COMPOSITE;
    }
    if (!mention.single()) {
      return Standing.NO_CONCEPT;
    }
    return pool.contains(mention.concepts().getFirst()) ? Standing.LINKABLE : Standing.OUTSIDE;
  }

  private static List<MentionResult> linkable(List<MentionResult> results) {
    return results.stream().filter(r -> r.standing() == Standing.LINKABLE).toList();
  }

  private List<Slice> slices(List<MentionResult> results, Optional<Corpus> training) {
    List<MentionResult> known = linkable(results);
    List<Slice> slices = new ArrayList<>();
    slices.add(slice("mentions", "in ontology", known));
    slices.add(
        slice(
            "mentions", "all single", results.stream().filter(r -> r.mention().single()).toList()));
    split("type", known, r -> r.mention().type().isEmpty() ? "(none)" : r.mention().type(), slices);
    training
        .map(corpus -> new SeenMentions(corpus.documents()))
        .ifPresent(
            seen -> {
              split("concept", known, r -> word(seen.concept(r.mention())), slices);
              split(
                  "surface and concept",
                  known,
                  r -> word(seen.surfaceAndConcept(r.mention())),
                  slices);
            });
    return slices;
  }

  private static String word(boolean seen) {
    return seen ? "seen" : "unseen";
  }

  private void split(
      String group,
      List<MentionResult> results,
      Function<MentionResult, String> part,
      List<Slice> slices) {
    results.stream()
        .collect(Collectors.groupingBy(part, TreeMap::new, Collectors.toList()))
        .forEach((value, members) -> slices.add(slice(group, value, members)));
  }

  private Slice slice(String group, String value, List<MentionResult> results) {
    List<OptionalInt> ranks = results.stream().map(MentionResult::rank).toList();
    return new Slice(
        group,
        value,
        RankSummary.of(ranks, settings.cutoffs(), settings.mrrCut()),
        ClusterBootstrap.DEFAULTS.intervals(
            MentionMeasures.of(results, ranks, settings.measures())));
  }

  private SortedMap<String, String> provenance(
      Corpus corpus, Optional<Corpus> training, String search) {
    SortedMap<String, String> provenance = new TreeMap<>(pool.provenance());
    provenance.put("search", search);
    provenance.put("corpus", corpus.name());
    provenance.put("corpus_sha256", corpus.sha256());
    training.ifPresent(
        seen -> {
          provenance.put("training_corpus", seen.name());
          provenance.put("training_corpus_sha256", seen.sha256());
        });
    return provenance;
  }
}
