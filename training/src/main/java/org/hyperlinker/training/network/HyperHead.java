package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * The hyper-head of the Hypencoder (Killingback et al., SIGIR 2025): for each layer of the q-net,
 * learned queries attend over the encoder's last hidden states; what they gather is rectified,
 * normalised and projected, and a learned base is added.
 *
 * <p>The attention scores are divided by the square root of the layer's <em>output</em> width and
 * not of the key width. That is the official code's doing and is kept, because published weights
 * were trained with it.
 */
final class HyperHead {

  private final QNetConfig config;
  private final Parameters parameters;
  private final String prefix;

  HyperHead(QNetConfig config, Parameters parameters, String prefix) {
    this.config = config;
    this.parameters = parameters;
    this.prefix = prefix;
  }

  /**
   * One q-net for each sequence.
   *
   * @param hidden last hidden states {@code (sequences, tokens, hidden)}
   */
  QNetBatch forward(NDArray hidden, TokenBatch batch) {
    NDArray mask = batch.additiveMask();
    List<NDArray> weights = new ArrayList<>();
    for (int layer = 0; layer < config.weightLayers(); layer++) {
      double scale = Math.sqrt(config.outputWidth(layer));
      NDArray gathered = gather(hidden, mask, layer, "weight_query_embeddings." + layer, scale);
      NDArray rows =
          project(gathered, "weight_hyper_projection." + layer)
              .add(parameters.get(prefix + "hyper_base_matrices." + layer));
      weights.add(rows.transpose(0, 2, 1));
    }
    List<NDArray> biases = new ArrayList<>();
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      NDArray gathered =
          gather(
              hidden, mask, config.weightLayers() + layer, "bias_query_embeddings." + layer, 1.0);
      biases.add(
          project(gathered, "bias_hyper_projection." + layer)
              .add(parameters.get(prefix + "hyper_base_vectors." + layer)));
    }
    return new QNetBatch(config, weights, biases);
  }

  private NDArray gather(
      NDArray hidden, NDArray mask, int projection, String queries, double scale) {
    NDArray keys = Layers.linear(hidden, parameters, prefix + "key_projections." + projection);
    NDArray values = Layers.linear(hidden, parameters, prefix + "value_projections." + projection);
    NDArray scores =
        NDArrays.matMul(keys, parameters.get(prefix + queries).transpose(0, 2, 1))
            .transpose(0, 2, 1);
    return NDArrays.matMul(Scalars.times(scores, 1 / scale).add(mask).softmax(-1), values);
  }

  private NDArray project(NDArray gathered, String projection) {
    NDArray rectified = gathered.getNDArrayInternal().relu();
    NDArray normalised = Layers.layerNorm(rectified, QNetConfig.LAYER_NORM_EPSILON);
    return Layers.linear(normalised, parameters, prefix + projection);
  }
}
