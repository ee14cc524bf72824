package org.hyperlinker.training.loss;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.training.network.Torch;
import org.hyperlinker.training.network.VectorBatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses against their definitions in plain loops, gradients against differences of these. */
class SlowLossTest {

  private static final double STEP = 1e-3;
  private static final MultiSimilarityLoss MULTI = new MultiSimilarityLoss(0.7, 2, 20, 0.3, 0.1);

  /** The in-batch form with hard negatives of each query, and cosines times 20. */
  private static final CrossEntropyLoss ENTROPY = new CrossEntropyLoss(0.7, 20, true, false);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void multiSimilarityIsItsDefinition(long seed) {
    RandomBatch batch = RandomBatch.of(seed);
    same(MULTI, batch, SlowLossTest::multiSimilarity);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void crossEntropyMasksThePositivesConceptAmongAllHardNegatives(long seed) {
    RandomBatch batch = RandomBatch.of(seed);
    same(ENTROPY, batch, SlowLossTest::crossEntropy);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e4, 1e4})
  void multiSimilarityStaysFiniteWithScoresFarOut(double score) {
    try (NDManager manager = Torch.newManager(1)) {
      NDArray queries = manager.create(new float[][] {{(float) score}, {1}});
      NDArray items = manager.create(new float[][] {{1}, {-1}});
      float loss =
          MULTI
              .compute(
                  new VectorBatch(queries, Similarity.INNER_PRODUCT), items, LossTargets.NONE, true)
              .getFloat();
      assertThat(loss).isFinite().isNotNegative();
    }
  }

  private static double crossEntropy(RandomBatch batch) {
    double loss = 0;
    for (int query = 0; query < RandomBatch.QUERIES; query++) {
      int positive = query * RandomBatch.OWN;
      double sum = 0;
      for (int item = 0; item < batch.items().length; item++) {
        if (item == positive || !batch.sameConcept(query, item)) {
          sum += Math.exp(20 * score(batch, query, item));
        }
      }
      loss += Math.log(sum) - 20 * score(batch, query, positive);
    }
    return 0.7 * loss / RandomBatch.QUERIES;
  }

  private static double multiSimilarity(RandomBatch batch) {
    double loss = 0;
    for (int query = 0; query < RandomBatch.QUERIES; query++) {
      List<Double> positives = new ArrayList<>();
      List<Double> negatives = new ArrayList<>();
      for (int item = 0; item < batch.items().length; item++) {
        (batch.sameConcept(query, item) ? positives : negatives).add(score(batch, query, item));
      }
      double least = positives.stream().mapToDouble(x -> x).min().orElseThrow();
      double greatest = negatives.stream().mapToDouble(x -> x).max().orElseThrow();
      double pulled = 0;
      double pushed = 0;
      for (double positive : positives) {
        pulled += positive < greatest + 0.1 ? Math.exp(-2 * (positive - 0.3)) : 0;
      }
      for (double negative : negatives) {
        pushed += negative > least - 0.1 ? Math.exp(20 * (negative - 0.3)) : 0;
      }
      loss += Math.log(1 + pulled) / 2 + Math.log(1 + pushed) / 20;
    }
    return 0.7 * loss / RandomBatch.QUERIES;
  }

  private static double score(RandomBatch batch, int query, int item) {
    return RandomBatch.cosine(batch.queries()[query], batch.items()[item]);
  }

  private static void same(
      BatchLoss loss, RandomBatch batch, ToDoubleFunction<RandomBatch> definition) {
    try (NDManager manager = Torch.newManager(1)) {
      NDArray queries = manager.create(batch.queries());
      NDArray items = manager.create(batch.items());
      queries.setRequiresGradient(true);
      float value;
      try (GradientCollector collector = Torch.engine(1).newGradientCollector()) {
        NDArray computed =
            loss.compute(
                new VectorBatch(queries, Similarity.COSINE),
                items,
                new LossTargets(batch.concepts(), Optional.empty()),
                true);
        collector.backward(computed);
        value = computed.getFloat();
      }
      assertThat((double) value).isCloseTo(definition.applyAsDouble(batch), Offset.offset(1e-4));
      float[] gradient = queries.getGradient().toFloatArray();
      for (int i = 0; i < gradient.length; i++) {
        assertThat((double) gradient[i])
            .isCloseTo(difference(batch, i, definition), Offset.offset(5e-3));
      }
    }
  }

  /** The slope of the definition along one coordinate of the queries. */
  private static double difference(
      RandomBatch batch, int coordinate, ToDoubleFunction<RandomBatch> definition) {
    float[] row = batch.queries()[coordinate / RandomBatch.WIDTH];
    int column = coordinate % RandomBatch.WIDTH;
    float before = row[column];
    row[column] = (float) (before + STEP);
    double above = definition.applyAsDouble(batch);
    double upper = row[column];
    row[column] = (float) (before - STEP);
    double below = definition.applyAsDouble(batch);
    double lower = row[column];
    row[column] = before;
    return (above - below) / (upper - lower);
  }
}
