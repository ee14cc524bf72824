package org.hyperlinker.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PairedTestsTest {

  private static ClusteredMeasures differences(double... ofDocuments) {
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < ofDocuments.length; i++) {
      documents.add("d" + i);
    }
    SequencedMap<String, double[]> values = new LinkedHashMap<>();
    values.put("difference", ofDocuments);
    return ClusteredMeasures.of(documents, values);
  }

  /** Every exchange there is. */
  private static double enumerated(double... differences) {
    double found = 0;
    for (double difference : differences) {
      found += difference;
    }
    int asFar = 0;
    for (int signs = 0; signs < 1 << differences.length; signs++) {
      double sum = 0;
      for (int i = 0; i < differences.length; i++) {
        sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
      }
      asFar += Math.abs(sum) >= Math.abs(found) - 1e-9 ? 1 : 0;
    }
    return asFar / (double) (1 << differences.length);
  }

  @Property(tries = 30)
  void randomExchangesComeCloseToAllExchanges(@ForAll @LongRange(min = 0, max = 999) long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] differences = new double[10];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = random.nextInt(7) - 2;
    }
    assertThat(new RandomisationTest(20_000, seed).p(differences(differences), 0))
        .isCloseTo(enumerated(differences), within(0.02));
  }

  @Test
  void manyDocumentsUseFreshSigns() {
    double[] alike = new double[200];
    for (int i = 0; i < alike.length; i++) {
      alike[i] = i % 2 == 0 ? 1 : -1;
    }
    assertThat(RandomisationTest.DEFAULTS.p(differences(alike), 0)).isEqualTo(1);
    double[] better = alike.clone();
    for (int i = 0; i < 60; i++) {
      better[i] = 1;
    }
    // The sum is 60, 4.2 standard deviations (the square root of 200) from even.
    assertThat(RandomisationTest.DEFAULTS.p(differences(better), 0)).isBetween(0.0, 0.001);
  }

  @Test
  void noDifferenceIsCertainAndAHugeOneAsRareAsCanBe() {
    assertThat(RandomisationTest.DEFAULTS.p(differences(0, 0, 0), 0)).isEqualTo(1);
    double[] ones = new double[100];
    java.util.Arrays.fill(ones, 1);
    assertThat(RandomisationTest.DEFAULTS.p(differences(ones), 0)).isEqualTo(1 / 10_001.0);
    assertThatThrownBy(() -> new RandomisationTest(99, 1)).hasMessageContaining("100");
  }

  /** Twice the tail of the binomial distribution, in whole numbers. */
  private static double plainMcNemar(int one, int other) {
    BigInteger tail = BigInteger.ZERO;
    int n = one + other;
    BigInteger choose = BigInteger.ONE;
    for (int k = 0; k <= Math.min(one, other); k++) {
      tail = tail.add(choose);
      choose = choose.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
    }
    double p =
        new BigDecimal(tail.shiftLeft(1))
            .divide(new BigDecimal(BigInteger.TWO.pow(n)))
            .doubleValue();
    return Math.min(1, p);
  }

  @Property(tries = 100)
  void mcNemarIsTheBinomialTail(
      @ForAll @IntRange(max = 60) int one, @ForAll @IntRange(max = 60) int other) {
    assertThat(McNemar.p(one, other)).isCloseTo(plainMcNemar(one, other), within(1e-9));
    assertThat(McNemar.p(one, other)).isEqualTo(McNemar.p(other, one));
  }

  @Test
  void mcNemarKnowsAPublishedValue() {
    // R: binom.test(5, 20)$p.value
    assertThat(McNemar.p(5, 15)).isCloseTo(0.04138947, within(1e-8));
    assertThat(McNemar.p(0, 0)).isEqualTo(1);
  }

  @Test
  void holmByHand() {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    assertThat(Holm.corrected(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    assertThat(Holm.corrected(new double[0])).isEmpty();
  }

  /** The step-down procedure itself: reject the smallest while it is small enough. */
  private static boolean rejected(List<Double> family, int index, double alpha) {
    List<Double> sorted = family.stream().sorted().toList();
    for (int step = 0; step < sorted.size(); step++) {
      if (sorted.get(step) > alpha / (sorted.size() - step)) {
        return family.get(index) < sorted.get(step);
      }
    }
    return true;
  }

  @Property(tries = 200)
  void holmRejectsWhatTheStepsReject(
      @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 0, max = 0.2) Double> family) {
    double[] corrected = Holm.corrected(family.stream().mapToDouble(Double::doubleValue).toArray());
    for (int i = 0; i < family.size(); i++) {
      assertThat(corrected[i]).isBetween(family.get(i), 1.0);
      // Away from the border, where rounding decides.
      if (Math.abs(corrected[i] - 0.05) > 1e-9) {
        assertThat(corrected[i] <= 0.05).isEqualTo(rejected(family, i, 0.05));
      }
    }
  }
}
