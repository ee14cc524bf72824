package org.hyperlinker.evaluation.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is gained by answering only the surer mentions. Mentions of equal probability are answered
 * together.
 *
 * @param points by rising coverage
 * @param area the area under the curve of risk over coverage (AURC), 0 to 1, small is good: the
 *     mean risk when the surest n mentions are answered, over all n
 */
public record RiskCoverage(List<Point> points, double area) {

  /**
   * One way to decide.
   *
   * @param threshold the probability from which mentions are answered
   * @param coverage the share of mentions that are then answered
   * @param risk the share of wrong ones among the answered
   */
  public record Point(double threshold, double coverage, double risk) {

    /** The share of right ones among the answered. */
    public double precision() {
      return 1 - risk;
    }
  }

  /** Copies the points. */
  public RiskCoverage {
    points = List.copyOf(points);
  }

  /** The curve; no points and an area of 0 over no mentions. */
  public static RiskCoverage of(List<Judged> judged) {
    List<Judged> sorted =
        judged.stream().sorted(Comparator.comparingDouble(Judged::probability).reversed()).toList();
    List<Point> points = new ArrayList<>();
    double area = 0;
    int answered = 0;
    int wrong = 0;
    while (answered < sorted.size()) {
      double probability = sorted.get(answered).probability();
      int more = 0;
      int moreWrong = 0;
      while (answered + more < sorted.size()
          && sorted.get(answered + more).probability() == probability) {
        moreWrong += sorted.get(answered + more).right() ? 0 : 1;
        more++;
      }
      // Among equals the order is chance: the wrong ones come evenly.
      for (int i = 1; i <= more; i++) {
        area += (wrong + (double) moreWrong * i / more) / (answered + i);
      }
      answered += more;
      wrong += moreWrong;
      points.add(
          new Point(probability, (double) answered / sorted.size(), (double) wrong / answered));
    }
    return new RiskCoverage(points, sorted.isEmpty() ? 0 : area / sorted.size());
  }

  /** The point of the largest coverage that still has this precision. */
  public Optional<Point> at(double precision) {
    return points.reversed().stream().filter(p -> p.precision() >= precision).findFirst();
  }

  /** What comes of answering from this probability on; empty if no mention reaches it. */
  public Optional<Point> from(double threshold) {
    return points.reversed().stream().filter(p -> p.threshold() >= threshold).findFirst();
  }

  /** At most this many points, evenly spread, the last one among them. */
  public List<Point> sample(int most) {
    if (points.size() <= most) {
      return points;
    }
    List<Point> sample = new ArrayList<>();
    for (int i = 1; i <= most; i++) {
      sample.add(points.get((int) ((long) points.size() * i / most) - 1));
    }
    return sample;
  }
}
