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
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
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

/**
 * An untrained head over projected items ranks them as the cosine of projected query and item does.
 * The projection is a random one, as a trained model's would be no principal directions either.
 */
class ProjectedStartTest {

  private static final int HIDDEN = 64;
  private static final int WIDTH = 32;
  private static final int QUERIES = 5;
  private static final int TOKENS = 4;
  private static final int ITEMS = 200;

  private final NDManager manager = Torch.newManager(1);
  private final Random random = new Random(7);
  private final float[][] matrix = Rows.gaussian(random, WIDTH, HIDDEN);
  private final float[][] sample = Rows.gaussian(random, 300, HIDDEN);
  private final float[][] tokens = Rows.gaussian(random, QUERIES * TOKENS, HIDDEN);
  private final float[][] items = unit(Rows.gaussian(random, ITEMS, WIDTH));

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
        gated());
  }

  private static QNetConfig gated() {
    return new QNetConfig(
        List.of(WIDTH, 64, 1), Activation.RELU, false, 0, false, false, false, false);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void ranksAsTheProjectedCosine(QNetConfig config) {
    float[] scores = net(config, started(config)).scoreAll(array(items), false).toFloatArray();
    for (int query = 0; query < QUERIES; query++) {
      double[] found = new double[ITEMS];
      double[] expected = new double[ITEMS];
      for (int item = 0; item < ITEMS; item++) {
        found[item] = scores[query * ITEMS + item];
        expected[item] = Rows.product(projectedQuery(query), items[item]);
      }
      assertThat(new KendallsCorrelation().correlation(found, expected)).isGreaterThan(0.75);
    }
  }

  @Test
  void theOfficialStartDoesNot() {
    Map<String, Tensor> official = HyperHeadStart.official(gated(), HIDDEN, true, 3);
    float[] scores = net(gated(), official).scoreAll(array(items), false).toFloatArray();
    double[] found = new double[ITEMS];
    double[] expected = new double[ITEMS];
    for (int item = 0; item < ITEMS; item++) {
      found[item] = scores[item];
      expected[item] = Rows.product(projectedQuery(0), items[item]);
    }
    assertThat(Math.abs(new KendallsCorrelation().correlation(found, expected))).isLessThan(0.5);
  }

  /** The half of the directions that a split would lose is there as well. */
  @Test
  void theGeneratedRowsAreTheProjectedQuery() {
    NDArray weights = net(gated(), started(gated())).weights().getFirst();
    float[] first = weights.get(":, :, 0").toFloatArray();
    for (int query = 0; query < QUERIES; query++) {
      float[] row = new float[WIDTH];
      System.arraycopy(first, query * WIDTH, row, 0, WIDTH);
      float[] expected = projectedQuery(query);
      double cosine =
          Rows.product(row, expected)
              / Math.sqrt(Rows.product(row, row) * Rows.product(expected, expected));
      // What the normalisation takes away is one direction, that of the smallest moment.
      assertThat(cosine).isGreaterThan(0.97);
      // 10 / 0.6, the contrast over the usual gap of cosines, for items of length 1.
      assertThat(Math.sqrt(Rows.product(row, row))).isBetween(16.0, 17.5);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void hasTheOfficialTensors(QNetConfig config) {
    Map<String, Tensor> official = HyperHeadStart.official(config, HIDDEN, true, 3);
    Map<String, Tensor> started = started(config);
    assertThat(started).containsOnlyKeys(official.keySet());
    started.forEach(
        (name, tensor) -> assertThat(tensor.shape()).isEqualTo(official.get(name).shape()));
  }

  @Test
  void aWidthThatIsNotTheProjectionsIsRefused() {
    QNetConfig other =
        new QNetConfig(
            List.of(HIDDEN, 8, 1), Activation.RELU, false, 0, false, false, false, false);
    assertThatThrownBy(() -> started(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hyper_head_start: inner_product needs");
  }

  private Map<String, Tensor> started(QNetConfig config) {
    float[] values = new float[WIDTH * HIDDEN];
    for (int row = 0; row < WIDTH; row++) {
      System.arraycopy(matrix[row], 0, values, row * HIDDEN, HIDDEN);
    }
    return InnerProductStart.of(
        config,
        HIDDEN,
        Optional.of(new Tensor(new long[] {WIDTH, HIDDEN}, values)),
        sample,
        Similarity.COSINE,
        3);
  }

  private QNetBatch net(QNetConfig config, Map<String, Tensor> tensors) {
    Parameters parameters = new Parameters(manager);
    tensors.forEach(parameters::add);
    NDArray ones = manager.ones(new Shape(QUERIES, TOKENS));
    return new HyperHead(config, parameters, "query_encoder.")
        .forward(array(tokens).reshape(QUERIES, TOKENS, HIDDEN), new TokenBatch(ones, ones));
  }

  private float[] projectedQuery(int query) {
    float[] pooled = new float[HIDDEN];
    for (int token = 0; token < TOKENS; token++) {
      for (int axis = 0; axis < HIDDEN; axis++) {
        pooled[axis] += tokens[query * TOKENS + token][axis] / TOKENS;
      }
    }
    float[] projected = new float[WIDTH];
    for (int row = 0; row < WIDTH; row++) {
      projected[row] = (float) Rows.product(matrix[row], pooled);
    }
    return projected;
  }

  private static float[][] unit(float[][] rows) {
    for (float[] row : rows) {
      double norm = Math.sqrt(Rows.product(row, row));
      for (int axis = 0; axis < row.length; axis++) {
        row[axis] /= (float) norm;
      }
    }
    return rows;
  }

  private NDArray array(float[][] rows) {
    return manager.create(rows);
  }
}
