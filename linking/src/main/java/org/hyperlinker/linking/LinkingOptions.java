package org.hyperlinker.linking;

import java.util.Optional;
import org.hyperlinker.linking.hybrid.HybridRule;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * How much a linker answers, how it searches and how much of the machine it takes.
 *
 * @param topK candidates for each mention at most, at least 1. A rule chooses between the model's
 *     best few and what the words bring up; what is asked for beyond them stands behind
 * @param threads how many score at once, at least 1
 * @param search which rows are scored
 * @param evidence what counts beside the model's scores of the ontology's names
 * @param tagger whether mentions are found by the tagger that lies in the index, if there is one;
 *     else by the index's names alone, which is several times faster and finds fewer
 */
public record LinkingOptions(
    int topK, int threads, SearchStrategy search, Evidences evidence, boolean tagger) {

  /** Candidates by default: what a person reads at a glance, and what Accuracy@10 needs. */
  public static final int DEFAULT_TOP_K = 10;

  /** Rejects values without meaning. */
  public LinkingOptions {
    if (topK < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "linking needs a top k and threads of at least 1, found: " + topK + " and " + threads);
    }
  }

  /**
   * What counts beside the model's scores of the ontology's names.
   *
   * @param abbreviations whether abbreviations that a document defines are written out
   * @param memory whether training mentions count, as rows and as evidence, where the index has any
   * @param hybrid the rule that decides between candidates; without one the model's score does
   */
  public record Evidences(boolean abbreviations, boolean memory, Optional<HybridRule> hybrid) {

    /** Abbreviations and training mentions, no rule. */
    public static final Evidences DEFAULTS = new Evidences(true, true, Optional.empty());
  }

  /** By the tagger, if there is one. */
  public LinkingOptions(int topK, int threads, SearchStrategy search, Evidences evidence) {
    this(topK, threads, search, evidence, true);
  }

  /** Default evidence. */
  public LinkingOptions(int topK, int threads, SearchStrategy search) {
    this(topK, threads, search, Evidences.DEFAULTS);
  }

  /** Every row is scored; default evidence. */
  public LinkingOptions(int topK, int threads) {
    this(topK, threads, new SearchStrategy.Exact());
  }

  /**
   * Ten candidates, found by the graph, which is several times faster than scoring every row and
   * finds nearly the same; one thread for each processor, as scoring keeps each of them busy.
   */
  public static LinkingOptions defaults() {
    return new LinkingOptions(
        DEFAULT_TOP_K,
        Runtime.getRuntime().availableProcessors(),
        new SearchStrategy.Graph(GraphWalk.DEFAULTS));
  }

  /** The same with other evidence. */
  public LinkingOptions with(Evidences other) {
    return new LinkingOptions(topK, threads, search, other, tagger);
  }

  /** The same, which finds mentions by the index's names alone. */
  public LinkingOptions withoutTagger() {
    return new LinkingOptions(topK, threads, search, evidence, false);
  }
}
