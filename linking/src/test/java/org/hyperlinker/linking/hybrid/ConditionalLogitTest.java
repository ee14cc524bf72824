package org.hyperlinker.linking.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConditionalLogitTest {

  @Test
  void aPairwiseRuleHasTheKnownSolution() {
    // Three of four times the candidate with the feature is right: the logit of 3/4.
    List<ConditionalLogit.Choice> choices = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      choices.add(new ConditionalLogit.Choice(new double[][] {{1}, {0}}, i % 4 == 0 ? 1 : 0));
    }
    double[] weights = ConditionalLogit.fit(choices, new int[] {0}, 1, 1e-9);
    assertThat(weights[0]).isCloseTo(Math.log(3), within(1e-6));
  }

  @Test
  void featuresThatDoNotTakePartWeighNothing() {
    ConditionalLogit.Choice choice =
        new ConditionalLogit.Choice(new double[][] {{1, 2, 3}, {0, 1, 0}}, 0);
    double[] weights = ConditionalLogit.fit(List.of(choice), new int[] {1}, 3, 1);
    assertThat(weights[0]).isZero();
    assertThat(weights[1]).isPositive();
    assertThat(weights[2]).isZero();
  }

  /** At the optimum the penalized likelihood is flat: the gradient by hand is 0. */
  @Property(tries = 50)
  void theGradientVanishes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int features) {
    Random random = new Random(seed);
    List<ConditionalLogit.Choice> choices = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double[][] candidates = new double[2 + random.nextInt(4)][features];
      for (double[] values : candidates) {
        for (int f = 0; f < features; f++) {
          values[f] = random.nextGaussian();
        }
      }
      choices.add(new ConditionalLogit.Choice(candidates, random.nextInt(candidates.length)));
    }
    int[] all = IntStream.range(0, features).toArray();
    double[] weights = ConditionalLogit.fit(choices, all, features, 0.5);
    for (int f = 0; f < features; f++) {
      assertThat(gradient(choices, weights, f, 0.5)).isCloseTo(0, within(1e-3));
    }
  }

  private static double gradient(
      List<ConditionalLogit.Choice> choices, double[] weights, int feature, double ridge) {
    double gradient = -ridge * weights[feature];
    for (ConditionalLogit.Choice choice : choices) {
      double sum = 0;
      double mean = 0;
      for (double[] values : choice.candidates()) {
        double score = 0;
        for (int f = 0; f < weights.length; f++) {
          score += weights[f] * values[f];
        }
        sum += Math.exp(score);
        mean += Math.exp(score) * values[feature];
      }
      gradient += choice.candidates()[choice.chosen()][feature] - mean / sum;
    }
    return gradient;
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsRefused() {
    assertThatThrownBy(() -> Cholesky.solve(new double[][] {{0}}, new double[] {1}))
        .isInstanceOf(ArithmeticException.class);
    assertThat(Cholesky.solve(new double[][] {{4, 0}, {2, 3}}, new double[] {8, 7}))
        .containsExactly(new double[] {1.25, 1.5}, within(1e-12));
  }
}
