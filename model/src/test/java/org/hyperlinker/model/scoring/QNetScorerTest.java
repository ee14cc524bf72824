package org.hyperlinker.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;
import org.junit.jupiter.api.Test;

class QNetScorerTest {

  /** Largest error over the largest score, in single precision against double. */
  private static final float TOLERANCE = 1e-4f;

  @Property(tries = 300, seed = "20261123")
  void everyFormEqualsTheOracle(
      @ForAll("configs") QNetConfig config,
      @ForAll @IntRange(min = 1, max = 75) int size,
      @ForAll long seed) {
    Random random = new Random(seed);
    QNet net = RandomNets.net(config, random);
    PackedItems items =
        PackedItems.of(RandomNets.items(size, config.inputWidth(), random), config.inputWidth());
    float[] expected = new PlainQNetScorer(net).score(items);
    assertClose(Scorers.of(net, new PlainKernels("a test")).score(items), expected);
    assertClose(Scorers.of(net).score(items), expected);
  }

  @Provide
  Arbitrary<QNetConfig> configs() {
    Arbitrary<List<Integer>> free =
        Arbitraries.integers().between(1, 41).list().ofMinSize(1).ofMaxSize(4);
    Arbitrary<List<Integer>> equal =
        Combinators.combine(
                Arbitraries.integers().between(1, 41), Arbitraries.integers().between(1, 4))
            .as((width, layers) -> new ArrayList<>(Collections.nCopies(layers, width)));
    Arbitrary<Activation> activations = Arbitraries.of(Activation.values());
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Arbitraries.oneOf(
        Combinators.combine(free, activations, flag, flag)
            .as((widths, f, norm, before) -> config(widths, f, norm, false, false, before)),
        Combinators.combine(equal, activations, flag, flag, flag)
            .as((widths, f, norm, last, before) -> config(widths, f, norm, true, last, before)));
  }

  private static QNetConfig config(
      List<Integer> widths,
      Activation activation,
      boolean norm,
      boolean residual,
      boolean residualOnLast,
      boolean before) {
    List<Integer> dimensions = new ArrayList<>(widths);
    dimensions.add(1);
    return new QNetConfig(
        dimensions, activation, false, 0.1, norm, residual, residualOnLast, before);
  }

  @Test
  void blocksJoinWithoutGapsAndTheLayersOfTheStudyAreExact() {
    Random random = new Random(7);
    QNet net = RandomNets.net(QNetConfig.of(List.of(384, 384, 384, 1)), random);
    PackedItems items = PackedItems.of(RandomNets.items(PackedItems.BLOCK + 35, 384, random), 384);
    assertThat(items.blocks()).hasSize(2);
    assertClose(Scorers.of(net).score(items), new PlainQNetScorer(net).score(items));
  }

  @Test
  void theOracleComputesWhatIsWorkedOutByHand() {
    QNetConfig config =
        new QNetConfig(List.of(2, 2, 1), Activation.LEAKY_RELU, false, 0, true, true, true, true);
    QNet net =
        new QNet(
            config,
            List.of(new float[] {1, 0, 0, -1}, new float[] {2, 3}),
            List.of(new float[] {1, 1}));
    // x = (1, 3): linear (2, -2), leaky (2, -0.02), normalised (1, -1), with the input (2, 2).
    assertThat(new PlainQNetScorer(net).score(new double[] {1, 3})).isCloseTo(10, within(1e-4));
  }

  @Test
  void withoutHiddenLayersItIsAnInnerProduct() {
    QNet net = new QNet(QNetConfig.of(List.of(3, 1)), List.of(new float[] {1, -2, 4}), List.of());
    PackedItems items = PackedItems.of(new float[][] {{1, 1, 1}, {0, 5, 0}}, 3);
    assertThat(Scorers.of(net).score(items)).containsExactly(3, -10);
    assertThat(new PlainQNetScorer(net).score(items)).containsExactly(3, -10);
  }

  @Test
  void damagedWeightsShowAsNaN() {
    QNet net =
        new QNet(
            QNetConfig.of(List.of(2, 2, 1)),
            List.of(new float[] {Float.NaN, 1, 1, 1}, new float[] {1, 1}),
            List.of(new float[] {0, 0}));
    PackedItems items = PackedItems.of(new float[][] {{1, 2}}, 2);
    assertThat(Scorers.of(net).score(items)[0]).isNaN();
    assertThat(Scorers.of(net, new PlainKernels("a test")).score(items)[0]).isNaN();
  }

  @Test
  void itemsOfAnotherWidthAreRefused() {
    QNet net = new QNet(QNetConfig.of(List.of(3, 1)), List.of(new float[] {1, -2, 4}), List.of());
    PackedItems items = PackedItems.of(new float[][] {{1, 1}}, 2);
    assertThatThrownBy(() -> Scorers.of(net).score(items))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("width 3")
        .hasMessageContaining("width 2");
  }

  @Test
  void theVectorApiServesWhereTheMachineHasIt() {
    assertThat(Scorers.vectorised()).isEqualTo(VectorWidth.bits() >= 256);
  }

  private static void assertClose(float[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    float largest = 1;
    for (float score : expected) {
      largest = Math.max(largest, Math.abs(score));
    }
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(TOLERANCE * largest));
    }
  }
}
