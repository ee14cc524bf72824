package org.hyperlinker.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.training.start.HyperHeadStart;
import org.hyperlinker.training.start.InnerProductStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An untrained head with this start ranks items as the pooled query's inner product does. */
class InnerProductStartTest {

  private static final int WIDTH = 16;
  private static final int QUERIES = 5;
  private static final int TOKENS = 4;
  private static final int ITEMS = 200;

  private final NDManager manager = Torch.newManager(1);
  private final Random random = new Random(7);
  private final float[][] directions = Rows.gaussian(random, WIDTH / 2, WIDTH);

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<QNetConfig> forms() {
    return Stream.of(
        new QNetConfig(
            List.of(WIDTH, WIDTH, 1), Activation.RELU, false, 0, true, true, true, false),
        new QNetConfig(
            List.of(WIDTH, WIDTH, WIDTH, 1), Activation.RELU, false, 0, true, true, true, false),
        compact(WIDTH, 6));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void ranksAsTheInnerProduct(QNetConfig config) {
    for (double correlation : correlations(config, true)) {
      assertThat(correlation).isGreaterThan(0.9);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void hasTheOfficialTensors(QNetConfig config) {
    Map<String, Tensor> official = HyperHeadStart.official(config, WIDTH, true, 3);
    Map<String, Tensor> started =
        InnerProductStart.of(
            config, WIDTH, Optional.empty(), embeddings(100), Similarity.INNER_PRODUCT, 3);

    assertThat(started).containsOnlyKeys(official.keySet());
    started.forEach(
        (name, tensor) -> assertThat(tensor.shape()).isEqualTo(official.get(name).shape()));
  }

  @Test
  void theOfficialStartDoesNot() {
    for (double correlation : correlations(compact(WIDTH, 6), false)) {
      assertThat(Math.abs(correlation)).isLessThan(0.7);
    }
  }

  @Test
  void aFormThatCannotIsRefused() {
    assertThatThrownBy(
            () ->
                InnerProductStart.of(
                    QNetConfig.of(List.of(16, 8, 1)),
                    16,
                    Optional.empty(),
                    new float[0][],
                    Similarity.INNER_PRODUCT,
                    1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do_layer_norm: false");
  }

  private static QNetConfig compact(int width, int units) {
    return new QNetConfig(
        List.of(width, units, 1), Activation.RELU, false, 0, false, false, false, false);
  }

  private double[] correlations(QNetConfig config, boolean started) {
    float[][] sample = embeddings(100);
    Parameters parameters = new Parameters(manager);
    (started
            ? InnerProductStart.of(
                config, WIDTH, Optional.empty(), sample, Similarity.INNER_PRODUCT, 3)
            : HyperHeadStart.official(config, WIDTH, true, 3))
        .forEach(parameters::add);
    float[][] tokens = embeddings(QUERIES * TOKENS);
    float[][] items = embeddings(ITEMS);
    NDArray mask = manager.ones(new Shape(QUERIES, TOKENS));
    QNetBatch nets =
        new HyperHead(config, parameters, "query_encoder.")
            .forward(
                array(tokens).reshape(QUERIES, TOKENS, WIDTH),
                new TokenBatch(manager.ones(new Shape(QUERIES, TOKENS)), mask));
    float[] scores = nets.scoreAll(array(items), false).toFloatArray();
    double[] correlations = new double[QUERIES];
    for (int query = 0; query < QUERIES; query++) {
      double[] found = new double[ITEMS];
      double[] expected = new double[ITEMS];
      for (int item = 0; item < ITEMS; item++) {
        found[item] = scores[query * ITEMS + item];
        for (int token = 0; token < TOKENS; token++) {
          expected[item] += Rows.product(tokens[query * TOKENS + token], items[item]);
        }
      }
      correlations[query] = new SpearmansCorrelation().correlation(found, expected);
    }
    return correlations;
  }

  /** Rows of equal length in the span of half as many directions as they are wide. */
  private float[][] embeddings(int count) {
    float[][] rows = Rows.gaussian(random, count, WIDTH / 2);
    float[][] embeddings = new float[count][WIDTH];
    for (int row = 0; row < count; row++) {
      for (int axis = 0; axis < WIDTH; axis++) {
        for (int part = 0; part < directions.length; part++) {
          embeddings[row][axis] += rows[row][part] * directions[part][axis];
        }
      }
      double norm = Math.sqrt(Rows.product(embeddings[row], embeddings[row]));
      for (int axis = 0; axis < WIDTH; axis++) {
        embeddings[row][axis] *= (float) (5 / norm);
      }
    }
    return embeddings;
  }

  private NDArray array(float[][] rows) {
    return manager.create(rows);
  }
}
