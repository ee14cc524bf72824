package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import java.util.List;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * The q-nets of a batch of queries.
 *
 * @param config the common shape
 * @param weights for each layer {@code (queries, input, output)}
 * @param biases for each hidden layer {@code (queries, 1, output)}
 */
public record QNetBatch(QNetConfig config, List<NDArray> weights, List<NDArray> biases)
    implements QueryBatch {

  @Override
  public long queries() {
    return weights.getFirst().getShape().get(0);
  }

  @Override
  public NDArray scoreAll(NDArray items, boolean training) {
    return score(items.expandDims(0), items.getShape().get(0), training);
  }

  @Override
  public NDArray scoreOwn(NDArray items, boolean training) {
    long own = items.getShape().get(0) / queries();
    return score(items.reshape(queries(), own, items.getShape().get(1)), own, training);
  }

  /** {@code items} is {@code (1 or queries, items, width)}. */
  private NDArray score(NDArray items, long count, boolean training) {
    NDArray x = items;
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      double dropped = config.dropout() ? config.dropoutProbability() : 0;
      NDArray y =
          NDArrays.matMul(Layers.dropout(x, dropped, training), weights.get(layer))
              .add(biases.get(layer));
      y = Layers.activate(y, config.activation());
      if (config.layerNorm() && config.layerNormBeforeResidual()) {
        y = Layers.layerNorm(y, QNetConfig.LAYER_NORM_EPSILON);
      }
      if (config.addsInput(layer)) {
        y = y.add(x);
      }
      if (config.layerNorm() && !config.layerNormBeforeResidual()) {
        y = Layers.layerNorm(y, QNetConfig.LAYER_NORM_EPSILON);
      }
      x = y;
    }
    return NDArrays.matMul(x, weights.getLast()).reshape(queries(), count);
  }
}
