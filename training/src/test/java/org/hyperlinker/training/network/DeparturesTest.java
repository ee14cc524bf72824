package org.hyperlinker.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.training.loss.CrossEntropyLoss;
import org.hyperlinker.training.loss.LossTargets;
import org.hyperlinker.training.loss.MarginMseLoss;
import org.hyperlinker.training.start.HyperHeadStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the official code is at fault, we depart; each departure has its test here. */
class DeparturesTest {

  private final NDManager manager = Torch.newManager(1);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void meanPoolingLeavesPaddingOut() {
    NDArray hidden = manager.create(new float[] {1, 2, 3, 4, 100, 200}, new Shape(1, 3, 2));
    TokenBatch batch =
        new TokenBatch(
            manager.create(new long[] {5, 6, 0}, new Shape(1, 3)),
            manager.create(new float[] {1, 1, 0}, new Shape(1, 3)));
    assertThat(DualEncoder.pool(hidden, batch, Pooling.MEAN).toFloatArray()).containsExactly(2, 3);
  }

  @Test
  void aNewHeadHasItsOwnSeedAndLeavesTheEnginesGeneratorAlone() {
    QNetConfig config = QNetConfig.of(List.of(8, 8, 1));
    Torch.engine(1).setRandomSeed(5);
    float[] expected = manager.randomNormal(new Shape(4)).toFloatArray();
    Torch.engine(1).setRandomSeed(5);
    Map<String, Tensor> first = HyperHeadStart.official(config, 8, true, 1);
    assertThat(manager.randomNormal(new Shape(4)).toFloatArray()).isEqualTo(expected);
    String name = "query_encoder.weight_query_embeddings.0";
    assertThat(first.get(name).values())
        .isEqualTo(HyperHeadStart.official(config, 8, true, 1).get(name).values())
        .isNotEqualTo(HyperHeadStart.official(config, 8, true, 2).get(name).values());
  }

  @Test
  void theStartFollowsTheEncodersWidthUnlessToldOtherwise() {
    QNetConfig config = QNetConfig.of(List.of(32, 32, 1));
    String base = "query_encoder.hyper_base_matrices.0";
    assertThat(deviation(HyperHeadStart.official(config, 32, true, 1).get(base)))
        .isCloseTo(Math.sqrt(2.0 / 32), Offset.offset(0.02));
    assertThat(deviation(HyperHeadStart.official(config, 32, false, 1).get(base)))
        .isCloseTo(Math.sqrt(2.0 / 768), Offset.offset(0.005));
  }

  private static double deviation(Tensor tensor) {
    double squares = 0;
    for (float value : tensor.values()) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / tensor.values().length);
  }

  @Test
  void aBatchOfOneQueryAndOneItemWorks() {
    QNetBatch one = qNets(1);
    NDArray items = manager.create(new float[] {1, 2, 3, 4}, new Shape(1, 4));
    assertThat(one.scoreAll(items, false).getShape()).isEqualTo(new Shape(1, 1));
    assertThat(one.scoreOwn(items, false).getShape()).isEqualTo(new Shape(1, 1));
    assertThat(
            new CrossEntropyLoss(1, 1, true, false)
                .compute(one, items, LossTargets.NONE, true)
                .getFloat())
        .isZero();
  }

  @Test
  void anItemOfThePositivesConceptIsNoNegative() {
    VectorBatch queries =
        new VectorBatch(
            manager.create(new float[] {1, 0, 0, 1}, new Shape(2, 2)), Similarity.INNER_PRODUCT);
    NDArray items = manager.create(new float[] {1, 0, 1, 0}, new Shape(2, 2));
    CrossEntropyLoss loss = new CrossEntropyLoss(1, 1, true, false);
    LossTargets same = new LossTargets(List.of("D1", "D1"), Optional.empty());
    LossTargets different = new LossTargets(List.of("D1", "D2"), Optional.empty());
    assertThat(loss.compute(queries, items, same, true).getFloat()).isZero();
    assertThat(loss.compute(queries, items, different, true).getFloat())
        .isCloseTo((float) Math.log(2), Offset.offset(1e-6f));
  }

  @Test
  void marginMseRunsAndComparesMargins() {
    VectorBatch queries =
        new VectorBatch(
            manager.create(new float[] {1, 0}, new Shape(1, 2)), Similarity.INNER_PRODUCT);
    NDArray items = manager.create(new float[] {5, 0, 2, 0, 1, 0}, new Shape(3, 2));
    LossTargets teacher = new LossTargets(List.of(), Optional.of(new float[] {9, 7, 4}));
    // Margins of the student 3 and 4, of the teacher 2 and 5.
    assertThat(new MarginMseLoss(1).compute(queries, items, teacher, true).getFloat())
        .isCloseTo(1f, Offset.offset(1e-6f));
  }

  private QNetBatch qNets(int queries) {
    Random random = new Random(3);
    List<NDArray> weights = new ArrayList<>();
    for (long[] shape : new long[][] {{queries, 4, 4}, {queries, 4, 1}}) {
      float[] values = new float[(int) (shape[0] * shape[1] * shape[2])];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      weights.add(manager.create(values, new Shape(shape)));
    }
    return new QNetBatch(
        QNetConfig.of(List.of(4, 4, 1)), weights, List.of(manager.zeros(new Shape(queries, 1, 4))));
  }
}
