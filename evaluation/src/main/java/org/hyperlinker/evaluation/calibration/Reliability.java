package org.hyperlinker.evaluation.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far probabilities are from what comes of them.
 *
 * @param widthError expected calibration error over bins of equal width
 * @param massError the same over bins of equally many mentions
 * @param brier the mean squared distance of the probability from 1 (right) or 0 (wrong)
 * @param bins of equal width, those that have members
 */
public record Reliability(double widthError, double massError, double brier, List<Bin> bins) {

  /** Bins of either kind. */
  public static final int BINS = 15;

  /**
   * Mentions of like probability.
   *
   * @param mentions how many
   * @param probability their mean probability
   * @param right the share of right answers
   */
  public record Bin(int mentions, double probability, double right) {

    private static Bin of(List<Judged> members) {
      return new Bin(
          members.size(),
          members.stream().mapToDouble(Judged::probability).average().orElse(Double.NaN),
          members.stream().mapToDouble(j -> j.right() ? 1 : 0).average().orElse(Double.NaN));
    }
  }

  /** Copies the bins. */
  public Reliability {
    bins = List.copyOf(bins);
  }

  /** Measures; over no mentions every figure is 0. */
  public static Reliability of(List<Judged> judged) {
    List<Bin> width = equalWidth(judged);
    return new Reliability(
        error(width, judged.size()),
        error(equalMass(judged), judged.size()),
        judged.stream()
            .mapToDouble(j -> Math.pow(j.probability() - (j.right() ? 1 : 0), 2))
            .average()
            .orElse(0),
        width);
  }

  private static List<Bin> equalWidth(List<Judged> judged) {
    List<List<Judged>> members = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      members.add(new ArrayList<>());
    }
    for (Judged one : judged) {
      members.get(Math.min(BINS - 1, (int) (one.probability() * BINS))).add(one);
    }
    return members.stream().filter(m -> !m.isEmpty()).map(Bin::of).toList();
  }

  private static List<Bin> equalMass(List<Judged> judged) {
    List<Judged> sorted =
        judged.stream().sorted(Comparator.comparingDouble(Judged::probability)).toList();
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int from = (int) ((long) sorted.size() * i / BINS);
      int to = (int) ((long) sorted.size() * (i + 1) / BINS);
      if (from < to) {
        bins.add(Bin.of(sorted.subList(from, to)));
      }
    }
    return bins;
  }

  private static double error(List<Bin> bins, int mentions) {
    return bins.stream()
        .mapToDouble(b -> (double) b.mentions() / mentions * Math.abs(b.probability() - b.right()))
        .sum();
  }
}
