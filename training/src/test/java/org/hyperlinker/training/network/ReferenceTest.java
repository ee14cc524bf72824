package org.hyperlinker.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.training.loss.BatchLoss;
import org.hyperlinker.training.loss.CrossEntropyLoss;
import org.hyperlinker.training.loss.LossTargets;
import org.hyperlinker.training.loss.MarginMseLoss;
import org.hyperlinker.training.optimizer.AdamW;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The network against numbers of the official code: hidden states, generated weights, scores,
 * losses, gradients, and three AdamW steps. {@code -Dhyperlinker.reference=DIR} names another
 * folder of cases.
 *
 * <p>Tolerances, single precision on both sides, relative to the tensor's largest magnitude (at
 * least 1): {@value #TOLERANCE} for what goes forward, {@value #BACKWARD_TOLERANCE} for gradients,
 * {@value #STEPPED_TOLERANCE} for losses after a step. In tensors of {@value #MANY} values and
 * more, half of them must be within {@value #TYPICAL_SHARE} of that. Seen: 1.2e-5 forward, 7.9e-4
 * backward. The cases' large weights and layer normalisations magnify the rounding of single
 * precision, and libtorch's choice of vector units would change these figures from one processor to
 * the next (up to 5.2e-5 and 1.3e-3); the build therefore holds it to the plainest arithmetic, see
 * {@code training/pom.xml}.
 */
class ReferenceTest {

  private static final double TOLERANCE = 3e-5;
  private static final double BACKWARD_TOLERANCE = 3e-3;
  private static final double TYPICAL_SHARE = 0.4;

  /**
   * AdamW's first steps follow the signs of gradients, also of those that are rounding noise; seen:
   * 3.5e-3. A step of the wrong length changes these losses by a tenth and more.
   */
  private static final double STEPPED_TOLERANCE = 2e-2;

  /** Values of a tensor whose median says something. */
  private static final int MANY = 100;

  /** Below this a gradient may be rounding noise, whose sign AdamW would still follow. */
  private static final double CLEAR_GRADIENT = 1e-3;

  static Stream<Path> cases() throws IOException {
    return ReferenceCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hiddenStatesWeightsAndScoresAreTheOfficialOnes(Path path) throws IOException {
    try (ReferenceCase reference = new ReferenceCase(path);
        NDManager manager = Torch.newManager(0);
        DualEncoder network = reference.network(manager)) {
      TokenBatch queries = TokenBatch.pad(manager, reference.tokens("query"), 0);
      TokenBatch items = TokenBatch.pad(manager, reference.tokens("passage"), 0);
      sameWhereReal(reference, network.hiddenStates(queries, false), queries);
      NDArray embeddings = network.encodeItems(items, false);
      same(reference, "expected.passage.embedding", embeddings);
      QNetBatch qNets = (QNetBatch) network.encodeQueries(queries, false);
      for (int layer = 0; layer < qNets.weights().size(); layer++) {
        same(reference, "expected.q_net.weight." + layer, qNets.weights().get(layer));
      }
      for (int layer = 0; layer < qNets.biases().size(); layer++) {
        same(
            reference,
            "expected.q_net.bias." + layer,
            qNets.biases().get(layer).transpose(0, 2, 1));
      }
      same(reference, "expected.similarity.in_batch", qNets.scoreAll(embeddings, false));
      same(reference, "expected.similarity.own_items", qNets.scoreOwn(embeddings, false));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossesAreTheOfficialOnes(Path path) throws IOException {
    try (ReferenceCase reference = new ReferenceCase(path);
        NDManager manager = Torch.newManager(0);
        DualEncoder network = reference.network(manager)) {
      LossTargets targets = new LossTargets(List.of(), Optional.of(reference.teacherScores()));
      loss(
          reference,
          network,
          manager,
          "cross_entropy.in_batch",
          crossEntropy(true, false),
          targets);
      loss(
          reference,
          network,
          manager,
          "cross_entropy.in_batch_first_item",
          crossEntropy(true, true),
          targets);
      loss(
          reference,
          network,
          manager,
          "cross_entropy.own_items",
          crossEntropy(false, false),
          targets);
      loss(reference, network, manager, "margin_mse", new MarginMseLoss(1), targets);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aWeightedSumOfLossesIsThatOfTheOfficialOnes(Path path) throws IOException {
    try (ReferenceCase reference = new ReferenceCase(path);
        NDManager manager = Torch.newManager(0);
        DualEncoder network = reference.network(manager)) {
      LossTargets targets = new LossTargets(List.of(), Optional.of(reference.teacherScores()));
      TokenBatch queries = TokenBatch.pad(manager, reference.tokens("query"), 0);
      TokenBatch items = TokenBatch.pad(manager, reference.tokens("passage"), 0);
      NDArray sum =
          BatchLoss.sum(
              List.of(new CrossEntropyLoss(0.25, 1, true, false), new MarginMseLoss(0.5)),
              network.encodeQueries(queries, true),
              network.encodeItems(items, true),
              targets,
              true);
      double entropy = reference.tensor("expected.loss.cross_entropy.in_batch").values()[0];
      double margins = reference.tensor("expected.loss.margin_mse").values()[0];
      double expected = 0.25 * entropy + 0.5 * margins;
      assertThat((double) sum.getFloat())
          .isCloseTo(expected, Offset.offset(TOLERANCE * Math.max(1, expected)));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAndThreeAdamWStepsAreTheOfficialOnes(Path path) throws IOException {
    try (ReferenceCase reference = new ReferenceCase(path);
        NDManager manager = Torch.newManager(0);
        DualEncoder network = reference.network(manager)) {
      JsonNode settings = reference.metadata("optimizer");
      JsonNode loss = reference.metadata("loss");
      BatchLoss objective =
          crossEntropy(
              loss.get("use_in_batch_negatives").asBoolean(),
              loss.get("only_use_first_item").asBoolean());
      network.parameters().requireGradients();
      AdamW optimizer =
          new AdamW(
              new AdamW.Settings(
                  settings.get("betas").get(0).asDouble(),
                  settings.get("betas").get(1).asDouble(),
                  settings.get("eps").asDouble(),
                  0),
              network.parameters(),
              name -> settings.get("weight_decay").asDouble());
      for (int step = 0; step < 3; step++) {
        network.parameters().zeroGradients();
        float value;
        try (GradientCollector collector = Torch.engine(0).newGradientCollector()) {
          NDArray result = compute(reference, network, manager, objective, LossTargets.NONE);
          collector.backward(result);
          value = result.getFloat();
        }
        double expected = reference.tensor("expected.training_loss." + step).values()[0];
        assertThat((double) value)
            .as("training loss of step " + step)
            .isCloseTo(
                expected,
                Offset.offset((step == 0 ? TOLERANCE : STEPPED_TOLERANCE) * Math.max(1, expected)));
        if (step == 0) {
          for (String name : reference.namesUnder("expected.gradient.")) {
            if (network.parameters().names().contains(name)) {
              same(
                  reference,
                  "expected.gradient." + name,
                  network.parameters().get(name).getGradient(),
                  BACKWARD_TOLERANCE);
            }
          }
        }
        optimizer.step(0, name -> settings.get("lr").asDouble());
      }
      for (String name : reference.namesUnder("expected.after_3_adamw_steps.")) {
        if (network.parameters().names().contains(name)) {
          sameAfterSteps(
              reference, name, network.parameters().get(name), settings.get("lr").asDouble());
        }
      }
    }
  }

  private static CrossEntropyLoss crossEntropy(boolean inBatch, boolean firstOnly) {
    return new CrossEntropyLoss(1, 1, inBatch, firstOnly);
  }

  private static void loss(
      ReferenceCase reference,
      DualEncoder network,
      NDManager manager,
      String name,
      BatchLoss loss,
      LossTargets targets) {
    same(
        reference,
        "expected.loss." + name,
        compute(reference, network, manager, loss, targets).expandDims(0));
  }

  private static NDArray compute(
      ReferenceCase reference,
      DualEncoder network,
      NDManager manager,
      BatchLoss loss,
      LossTargets targets) {
    TokenBatch queries = TokenBatch.pad(manager, reference.tokens("query"), 0);
    TokenBatch items = TokenBatch.pad(manager, reference.tokens("passage"), 0);
    return loss.compute(
        network.encodeQueries(queries, true), network.encodeItems(items, true), targets, true);
  }

  /** Padding positions hold numbers that nothing reads. */
  private static void sameWhereReal(ReferenceCase reference, NDArray hidden, TokenBatch batch) {
    Tensor expected = reference.tensor("expected.query.last_hidden_state");
    float[] mask = batch.mask().toFloatArray();
    float[] actual = hidden.toFloatArray();
    int width = (int) expected.shape()[2];
    double limit = TOLERANCE * magnitude(expected.values());
    assertThat(hidden.getShape().getShape()).isEqualTo(expected.shape());
    for (int i = 0; i < actual.length; i++) {
      if (mask[i / width] == 1) {
        assertThat(Math.abs(actual[i] - expected.values()[i])).isLessThan((float) limit);
      }
    }
  }

  private static void same(ReferenceCase reference, String name, NDArray actual) {
    same(reference, name, actual, TOLERANCE);
  }

  private static void same(ReferenceCase reference, String name, NDArray actual, double tolerance) {
    Tensor expected = reference.tensor(name);
    assertThat(actual.getShape().getShape()).as(name).isEqualTo(expected.shape());
    double[] errors = errors(expected.values(), actual.toFloatArray());
    double limit = tolerance * magnitude(expected.values());
    assertThat(errors[errors.length - 1]).as("largest error of " + name).isLessThan(limit);
    if (errors.length >= MANY) {
      assertThat(errors[errors.length / 2])
          .as("typical error of " + name)
          .isLessThanOrEqualTo(TYPICAL_SHARE * limit);
    }
  }

  /**
   * AdamW divides a gradient by its own size. Where the gradient is clear, 98 % of the values agree
   * to a tenth of one step's length; where it is rounding noise (a key's bias has no effect on a
   * softmax), its sign decides, and values may differ by all three steps in opposite directions.
   */
  private static void sameAfterSteps(
      ReferenceCase reference, String name, NDArray actual, double learningRate) {
    Tensor expected = reference.tensor("expected.after_3_adamw_steps." + name);
    Tensor gradient = reference.tensor("expected.gradient." + name);
    float[] values = actual.toFloatArray();
    long off = 0;
    for (int i = 0; i < values.length; i++) {
      double error = Math.abs(values[i] - expected.values()[i]);
      assertThat(error).as(name).isLessThan(6.1 * learningRate);
      boolean clear = Math.abs(gradient.values()[i]) > CLEAR_GRADIENT;
      off += clear && error > 0.1 * learningRate ? 1 : 0;
    }
    assertThat(off)
        .as("clear values that differ in " + name)
        .isLessThanOrEqualTo(Math.max(1, values.length / 50));
  }

  /** Sorted; what is not a number counts as infinite. */
  private static double[] errors(float[] expected, float[] actual) {
    return IntStream.range(0, expected.length)
        .mapToDouble(i -> Math.abs((double) expected[i] - actual[i]))
        .map(error -> Double.isNaN(error) ? Double.POSITIVE_INFINITY : error)
        .sorted()
        .toArray();
  }

  private static double magnitude(float[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> Math.abs(values[i]))
        .reduce(1, Math::max);
  }
}
