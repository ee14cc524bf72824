package org.hyperlinker.benchmarks.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;

/** Queries with normally distributed numbers, of a size that keeps layers in range. */
public final class RandomQueries {

  private final SplittableRandom random;

  /** The same seed gives the same queries. */
  public RandomQueries(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A q-net of this shape. */
  public QNet qNet(QNetConfig config) {
    List<float[]> weights = new ArrayList<>();
    for (int layer = 0; layer < config.weightLayers(); layer++) {
      int inputs = config.inputWidth(layer);
      weights.add(numbers(inputs * config.outputWidth(layer), 1 / Math.sqrt(inputs)));
    }
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      biases.add(numbers(config.outputWidth(layer), 0.1));
    }
    return new QNet(config, weights, biases);
  }

  /** A vector of this width, compared by the inner product. */
  public QueryVector vector(int width) {
    return new QueryVector(numbers(width, 1 / Math.sqrt(width)), Similarity.INNER_PRODUCT);
  }

  private float[] numbers(int count, double deviation) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (deviation * random.nextGaussian());
    }
    return numbers;
  }
}
