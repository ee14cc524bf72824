package org.hyperlinker.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {

  /** Mentions of a made-up corpus: which document, and whether the answer is right. */
  private record Sample(List<String> documents, double[] right) {

    static Sample random(long seed, int documents, int most) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> of = new ArrayList<>();
      List<Double> right = new ArrayList<>();
      for (int document = 0; document < documents; document++) {
        double quality = random.nextDouble();
        int mentions = 1 + random.nextInt(most);
        for (int mention = 0; mention < mentions; mention++) {
          of.add("d" + document);
          right.add(random.nextDouble() < quality ? 1.0 : 0.0);
        }
      }
      return new Sample(of, right.stream().mapToDouble(Double::doubleValue).toArray());
    }

    ClusteredMeasures measures() {
      SequencedMap<String, double[]> values = new LinkedHashMap<>();
      values.put("right", right);
      return ClusteredMeasures.of(documents, values);
    }
  }

  /** The plain form: whole corpora of mentions are put together and averaged. */
  private static double[] plainDraws(Sample sample, int resamples, long seed) {
    List<String> names = sample.documents().stream().distinct().toList();
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[resamples];
    for (int resample = 0; resample < resamples; resample++) {
      List<Double> corpus = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        String document = names.get(random.nextInt(names.size()));
        for (int mention = 0; mention < sample.right().length; mention++) {
          if (sample.documents().get(mention).equals(document)) {
            corpus.add(sample.right()[mention]);
          }
        }
      }
      means[resample] = corpus.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
    return means;
  }

  @Property(tries = 20)
  void drawsAreThoseOfWholeCorpora(@ForAll @LongRange(min = 0, max = 1000) long seed) {
    Sample sample = Sample.random(seed, 12, 6);
    double[] drawn = new ClusterBootstrap(100, seed).draw(sample.measures())[0];
    assertThat(drawn).containsExactly(plainDraws(sample, 100, seed), within(1e-12));
  }

  /** BCa as in its definition, over lists of mentions. */
  private static double[] plainInterval(Sample sample, int resamples, long seed) {
    double[] drawn = plainDraws(sample, resamples, seed);
    Arrays.sort(drawn);
    double estimate = Arrays.stream(sample.right()).average().orElseThrow();
    double below =
        Arrays.stream(drawn)
            .map(m -> Math.abs(m - estimate) < 1e-12 ? 0.5 : m < estimate ? 1 : 0)
            .sum();
    NormalDistribution normal = new NormalDistribution();
    double bias = normal.inverseCumulativeProbability(below / resamples);
    List<Double> left = new ArrayList<>();
    for (String document : sample.documents().stream().distinct().toList()) {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < sample.right().length; i++) {
        if (!sample.documents().get(i).equals(document)) {
          sum += sample.right()[i];
          count++;
        }
      }
      left.add(sum / count);
    }
    double middle = left.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double cubes = left.stream().mapToDouble(m -> Math.pow(middle - m, 3)).sum();
    double squares = left.stream().mapToDouble(m -> Math.pow(middle - m, 2)).sum();
    double acceleration = cubes / (6 * Math.pow(squares, 1.5));
    double[] ends = new double[2];
    for (int end = 0; end < 2; end++) {
      double z = bias + normal.inverseCumulativeProbability(end == 0 ? 0.025 : 0.975);
      double place =
          normal.cumulativeProbability(bias + z / (1 - acceleration * z)) * (resamples - 1);
      int floor = (int) place;
      ends[end] = drawn[floor] + (place - floor) * (drawn[floor + 1] - drawn[floor]);
    }
    return ends;
  }

  @Property(tries = 20)
  void endsAreThoseOfTheDefinition(@ForAll @LongRange(min = 0, max = 1000) long seed) {
    Sample sample = Sample.random(seed, 15, 5);
    Interval interval = new ClusterBootstrap(300, seed).intervals(sample.measures()).get("right");
    double[] plain = plainInterval(sample, 300, seed);
    assertThat(interval.low()).isCloseTo(plain[0], within(1e-9));
    assertThat(interval.high()).isCloseTo(plain[1], within(1e-9));
    assertThat(interval.low()).isLessThanOrEqualTo(interval.estimate());
    assertThat(interval.high()).isGreaterThanOrEqualTo(interval.estimate());
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherSeedAnother() {
    ClusteredMeasures measures = Sample.random(7, 40, 9).measures();
    Interval one = new ClusterBootstrap(500, 1).intervals(measures).get("right");
    assertThat(new ClusterBootstrap(500, 1).intervals(measures).get("right")).isEqualTo(one);
    assertThat(new ClusterBootstrap(500, 2).intervals(measures).get("right")).isNotEqualTo(one);
  }

  @Test
  void mentionsThatFailTogetherMakeTheIntervalWider() {
    List<String> apart = new ArrayList<>();
    List<String> together = new ArrayList<>();
    double[] right = new double[400];
    for (int i = 0; i < right.length; i++) {
      apart.add("m" + i);
      together.add("d" + i / 20);
      right[i] = i / 20 % 2;
    }
    Interval single =
        ClusterBootstrap.DEFAULTS.intervals(new Sample(apart, right).measures()).get("right");
    Interval clustered =
        ClusterBootstrap.DEFAULTS.intervals(new Sample(together, right).measures()).get("right");
    assertThat(single.high() - single.low()).isCloseTo(2 * 1.96 * 0.5 / 20, within(0.01));
    assertThat(clustered.high() - clustered.low())
        .isGreaterThan(3 * (single.high() - single.low()));
  }

  @Test
  void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
    int held = 0;
    for (int trial = 0; trial < 200; trial++) {
      SplittableRandom random = new SplittableRandom(trial);
      List<String> documents = new ArrayList<>();
      double[] right = new double[600];
      for (int i = 0; i < right.length; i++) {
        documents.add("d" + i / 10);
        right[i] = random.nextDouble() < 0.8 ? 1 : 0;
      }
      Interval interval =
          new ClusterBootstrap(400, trial)
              .intervals(new Sample(documents, right).measures())
              .get("right");
      held += interval.low() <= 0.8 && 0.8 <= interval.high() ? 1 : 0;
    }
    assertThat(held).isBetween(180, 199);
  }

  @Test
  void oneDocumentHasNoInterval() {
    Interval interval =
        ClusterBootstrap.DEFAULTS
            .intervals(new Sample(List.of("d", "d"), new double[] {1, 0}).measures())
            .get("right");
    assertThat(interval.estimate()).isEqualTo(0.5);
    assertThat(interval.bounded()).isFalse();
    Interval none =
        ClusterBootstrap.DEFAULTS
            .intervals(new Sample(List.of(), new double[0]).measures())
            .get("right");
    assertThat(none.estimate()).isNaN();
    assertThat(none.bounded()).isFalse();
  }

  @Test
  void allRightIsAPoint() {
    Interval interval =
        ClusterBootstrap.DEFAULTS
            .intervals(new Sample(List.of("a", "b"), new double[] {1, 1}).measures())
            .get("right");
    assertThat(interval).isEqualTo(new Interval(1, 1, 1));
  }

  @Test
  void tooFewResamplesAndMissingValuesAreRefused() {
    assertThatThrownBy(() -> new ClusterBootstrap(10, 1)).hasMessageContaining("100");
    assertThatThrownBy(() -> new Sample(List.of("a", "b"), new double[] {1}).measures())
        .hasMessageContaining("each of 2 mentions, found 1");
  }
}
