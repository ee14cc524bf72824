package org.hyperlinker.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.hyperlinker.evaluation.protocol.Standing;
import org.hyperlinker.linking.confidence.Calibration;
import org.junit.jupiter.api.Test;

class CalibrationMathsTest {

  private static Judged judged(double probability, boolean right) {
    return new Judged(probability, right, Standing.LINKABLE);
  }

  private static List<Judged> random(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double probability = random.nextInt(21) / 20.0;
      judged.add(judged(probability, random.nextDouble() < probability * probability));
    }
    return judged;
  }

  @Test
  void reliabilityByHand() {
    Reliability reliability =
        Reliability.of(
            List.of(judged(0.9, true), judged(0.9, false), judged(0.1, false), judged(1, true)));
    // Bins: 0.1 alone, 0.9 twice, 1 alone; gaps 0.1, 0.4 and 0.
    assertThat(reliability.widthError()).isCloseTo(0.25 * 0.1 + 0.5 * 0.4, within(1e-12));
    assertThat(reliability.brier()).isCloseTo((0.01 + 0.81 + 0.01 + 0) / 4, within(1e-12));
    assertThat(reliability.bins()).hasSize(3);
    assertThat(reliability.massError()).isCloseTo((0.1 + 0.1 + 0.9 + 0) / 4, within(1e-12));
  }

  @Test
  void probabilitiesThatKeepTheirWordHaveLittleError() {
    SplittableRandom random = new SplittableRandom(1);
    List<Judged> honest = new ArrayList<>();
    List<Judged> boasting = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double probability = random.nextDouble();
      boolean right = random.nextDouble() < probability;
      honest.add(judged(probability, right));
      boasting.add(judged(Math.sqrt(probability), right));
    }
    assertThat(Reliability.of(honest).widthError()).isLessThan(0.015);
    assertThat(Reliability.of(honest).massError()).isLessThan(0.015);
    assertThat(Reliability.of(boasting).widthError()).isGreaterThan(0.1);
  }

  @Test
  void riskAndCoverageByHand() {
    RiskCoverage risk =
        RiskCoverage.of(
            List.of(judged(0.5, false), judged(0.9, true), judged(0.5, true), judged(0.2, false)));
    assertThat(risk.points())
        .containsExactly(
            new RiskCoverage.Point(0.9, 0.25, 0),
            new RiskCoverage.Point(0.5, 0.75, 1.0 / 3),
            new RiskCoverage.Point(0.2, 1, 0.5));
    // Risks of the surest n: 0, then half an error in two, one in three, two in four.
    assertThat(risk.area()).isCloseTo((0 + 0.25 + 1.0 / 3 + 0.5) / 4, within(1e-12));
    assertThat(risk.at(0.6)).contains(risk.points().get(1));
    assertThat(risk.at(0.5)).contains(risk.points().get(2));
    assertThat(risk.at(1)).contains(risk.points().getFirst());
    assertThat(risk.from(0.2)).contains(risk.points().get(2));
    assertThat(risk.from(0.3)).contains(risk.points().get(1));
    assertThat(risk.from(0.91)).isEmpty();
    assertThat(RiskCoverage.of(List.of(judged(0.5, false))).at(0.1)).isEmpty();
  }

  /** Every threshold tried by itself. */
  @Property(tries = 50)
  void theThresholdIsTheOneOfLargestCoverage(@ForAll @LongRange(min = 0, max = 999) long seed) {
    List<Judged> judged = random(seed, 60);
    double best = -1;
    for (Judged border : judged) {
      List<Judged> answered =
          judged.stream().filter(j -> j.probability() >= border.probability()).toList();
      double precision =
          answered.stream().mapToDouble(j -> j.right() ? 1 : 0).average().orElseThrow();
      if (precision >= 0.7 - 1e-12) {
        best = Math.max(best, (double) answered.size() / judged.size());
      }
    }
    double found = RiskCoverage.of(judged).at(0.7 - 1e-12).map(p -> p.coverage()).orElse(-1.0);
    assertThat(found).isCloseTo(best, within(1e-12));
  }

  /** Min-max form of isotonic regression: the best mean of all stretches round an example. */
  @Property(tries = 50)
  void isotonicStepsAreThoseOfTheMinMaxForm(@ForAll @LongRange(min = 0, max = 999) long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int count = 40;
    List<Judged> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(judged((i + 1) / (count + 1.0), random.nextInt(count) < i));
    }
    double[] raw = examples.stream().mapToDouble(Judged::probability).toArray();
    boolean[] right = new boolean[count];
    for (int i = 0; i < count; i++) {
      right[i] = examples.get(i).right();
    }
    List<Double> plain = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double most = 0;
      for (int from = 0; from <= i; from++) {
        double least = 1;
        for (int to = i; to < count; to++) {
          int sum = 0;
          for (int k = from; k <= to; k++) {
            sum += right[k] ? 1 : 0;
          }
          least = Math.min(least, sum / (double) (to - from + 1));
        }
        most = Math.max(most, least);
      }
      plain.add(Math.clamp(most, 1.0 / (count + 2), 1 - 1.0 / (count + 2)));
    }
    List<Calibration.Knot> knots = IsotonicRegression.fit(raw, right);
    List<Double> levels = knots.stream().map(Calibration.Knot::probability).toList();
    List<Double> distinct = new ArrayList<>();
    for (double level : plain) {
      if (distinct.isEmpty() || level - distinct.getLast() > 1e-12) {
        distinct.add(level);
      }
    }
    assertThat(levels).hasSameSizeAs(distinct).isSortedAccordingTo(Comparator.naturalOrder());
    for (int i = 0; i < levels.size(); i++) {
      assertThat(levels.get(i)).isCloseTo(distinct.get(i), within(1e-12));
    }
    assertThat(knots.stream().map(Calibration.Knot::raw).toList())
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  /** Plain gradient descent, many small steps. */
  @Property(tries = 5)
  void theRegressionIsThatOfGradientDescent(@ForAll @LongRange(min = 0, max = 99) long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[80][2];
    boolean[] right = new boolean[80];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = random.nextDouble() * 2 - 1;
      rows[i][1] = random.nextDouble() * 2 - 1;
      right[i] = random.nextDouble() < 1 / (1 + Math.exp(-1 - 2 * rows[i][0]));
    }
    double[] plain = new double[3];
    for (int step = 0; step < 5000; step++) {
      double[] slope = {0, plain[1], plain[2]};
      for (int i = 0; i < rows.length; i++) {
        double wrong = LogisticRegression.probability(plain, rows[i]) - (right[i] ? 1 : 0);
        slope[0] += wrong;
        slope[1] += wrong * rows[i][0];
        slope[2] += wrong * rows[i][1];
      }
      for (int j = 0; j < plain.length; j++) {
        plain[j] -= 0.02 * slope[j];
      }
    }
    assertThat(LogisticRegression.fit(rows, right)).containsExactly(plain, within(1e-4));
  }

  @Test
  void aFeatureThatPartsWithoutFaultKeepsFiniteWeights() {
    double[][] rows = new double[40][1];
    boolean[] right = new boolean[40];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = i - 19.5;
      right[i] = i >= 20;
    }
    double[] weights = LogisticRegression.fit(rows, right);
    assertThat(weights[1]).isBetween(0.1, 100.0);
    assertThat(LogisticRegression.probability(weights, rows[39])).isGreaterThan(0.99);
  }
}
