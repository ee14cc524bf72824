package org.hyperlinker.evaluation.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A measure of ranked retrieval by its name in ir_measures, computed as trec_eval does. A document
 * is relevant if its judgement is 1 or larger; an unjudged one is not.
 *
 * @param kind what is measured
 * @param cutoff how many of the first documents count; 0 for all
 */
public record IrMetric(Kind kind, int cutoff) {

  private static final Pattern NAME = Pattern.compile("([A-Za-z]+)(?:@([1-9][0-9]{0,8}))?");

  /** What upstream reports where no metric is named. */
  public static final List<IrMetric> DEFAULTS =
      Stream.of("nDCG@10", "nDCG@5", "P@10", "P@5", "R@10", "MRR", "R@1000", "MRR@10")
          .map(IrMetric::parse)
          .toList();

  /** Rejects a cut-off below 0, and none where the measure needs one. */
  public IrMetric {
    if (cutoff < 0 || (cutoff == 0 && kind.needsCutoff)) {
      throw new IllegalArgumentException(
          "metric "
              + kind.official
              + " needs a cut-off of at least 1, as in "
              + kind.official
              + "@10");
    }
  }

  /** The families of measures. */
  public enum Kind {
    /** Discounted cumulative gain over that of the best order; the judgement is the gain. */
    NDCG("nDCG", false),
    /** The share of the first k that is relevant; always divided by k. */
    PRECISION("P", true),
    /** The share of the relevant documents that is found. */
    RECALL("R", true),
    /** 1 over the rank of the first relevant document. */
    RECIPROCAL_RANK("RR", false);

    private final String official;
    private final boolean needsCutoff;

    Kind(String official, boolean needsCutoff) {
      this.official = official;
      this.needsCutoff = needsCutoff;
    }
  }

  /**
   * The metric of this name: {@code nDCG}, {@code nDCG@k}, {@code P@k}, {@code R@k}, {@code RR},
   * {@code RR@k}, with {@code MRR} for {@code RR}. Case counts, as in ir_measures.
   *
   * @throws IllegalArgumentException naming the known ones
   */
  public static IrMetric parse(String name) {
    Matcher matcher = NAME.matcher(name.strip());
    if (matcher.matches()) {
      String family = matcher.group(1).equals("MRR") ? "RR" : matcher.group(1);
      for (Kind kind : Kind.values()) {
        if (kind.official.equals(family)) {
          int cutoff = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
          return new IrMetric(kind, cutoff);
        }
      }
    }
    throw new IllegalArgumentException(
        "unknown metric '"
            + name
            + "'; expected one of "
            + Arrays.stream(Kind.values())
                .map(kind -> kind.needsCutoff ? kind.official + "@k" : kind.official + "[@k]")
                .collect(Collectors.joining(", "))
            + ", such as nDCG@10 (MRR is RR)");
  }

  /** The name that ir_measures prints: {@code RR@10} where {@code MRR@10} was asked for. */
  public String name() {
    return cutoff == 0 ? kind.official : kind.official + "@" + cutoff;
  }

  /**
   * The value for one query, 0 to 1; 0 where no document is relevant.
   *
   * @param ranking document ids, best first, each once
   * @param judgements relevance by document id
   */
  public double score(List<String> ranking, Map<String, Integer> judgements) {
    List<String> counted =
        cutoff == 0 ? ranking : ranking.subList(0, Math.min(cutoff, ranking.size()));
    long relevant = judgements.values().stream().filter(grade -> grade >= 1).count();
    if (relevant == 0) {
      return 0;
    }
    return switch (kind) {
      case NDCG -> ndcg(counted, judgements);
      case PRECISION -> (double) found(counted, judgements) / cutoff;
      case RECALL -> (double) found(counted, judgements) / relevant;
      case RECIPROCAL_RANK -> reciprocalRank(counted, judgements);
    };
  }

  private double ndcg(List<String> counted, Map<String, Integer> judgements) {
    Stream<Integer> ideal = judgements.values().stream().sorted(Comparator.reverseOrder());
    List<Integer> best = (cutoff == 0 ? ideal : ideal.limit(cutoff)).toList();
    return gain(counted.stream().map(id -> judgements.getOrDefault(id, 0)).toList()) / gain(best);
  }

  private static double gain(List<Integer> grades) {
    double sum = 0;
    for (int i = 0; i < grades.size(); i++) {
      sum += Math.max(0, grades.get(i)) * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }

  private static long found(List<String> counted, Map<String, Integer> judgements) {
    return counted.stream().filter(id -> judgements.getOrDefault(id, 0) >= 1).count();
  }

  private static double reciprocalRank(List<String> counted, Map<String, Integer> judgements) {
    for (int i = 0; i < counted.size(); i++) {
      if (judgements.getOrDefault(counted.get(i), 0) >= 1) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }
}
