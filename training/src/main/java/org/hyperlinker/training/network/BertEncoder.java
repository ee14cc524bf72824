package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.hyperlinker.model.directory.BertConfig;

/**
 * BERT (Devlin et al., NAACL 2019) with Hugging Face's tensor names. Token types are all 0, as in
 * the official Hypencoder, which passes ids and mask only.
 */
final class BertEncoder {

  private final BertConfig config;
  private final Parameters parameters;
  private final String prefix;

  /** An encoder over the tensors whose names begin with {@code prefix}, dot included. */
  BertEncoder(BertConfig config, Parameters parameters, String prefix) {
    this.config = config;
    this.parameters = parameters;
    this.prefix = prefix;
  }

  /**
   * The last hidden states {@code (sequences, tokens, hidden)}.
   *
   * @throws IllegalArgumentException if a sequence is longer than the model's positions
   */
  NDArray forward(TokenBatch batch, boolean training) {
    return forward(batch, Optional.empty(), training);
  }

  /**
   * The same, with something added to the sum of embeddings.
   *
   * @param addition {@code (sequences, tokens, hidden)}
   */
  NDArray forward(TokenBatch batch, Optional<NDArray> addition, boolean training) {
    if (batch.tokens() > config.maxPositions()) {
      throw new IllegalArgumentException(
          "a text of "
              + batch.tokens()
              + " tokens is longer than the encoder's "
              + config.maxPositions()
              + " positions; lower the largest query or item length");
    }
    NDArray mask = batch.additiveMask().expandDims(1);
    NDArray hidden = embed(batch, addition, training);
    for (int layer = 0; layer < config.layers(); layer++) {
      hidden = block(hidden, mask, prefix + "encoder.layer." + layer + ".", training);
    }
    return hidden;
  }

  private NDArray embed(TokenBatch batch, Optional<NDArray> addition, boolean training) {
    NDArray positions = batch.ids().getManager().arange(0, (int) batch.tokens(), 1, DataType.INT64);
    NDArray zero = batch.ids().getManager().zeros(new Shape(1), DataType.INT64);
    NDArray sum =
        lookUp(batch.ids(), "word_embeddings")
            .add(lookUp(positions, "position_embeddings").expandDims(0))
            .add(lookUp(zero, "token_type_embeddings").expandDims(0));
    NDArray normalised =
        Layers.layerNorm(
            addition.isPresent() ? sum.add(addition.get()) : sum,
            parameters,
            prefix + "embeddings.LayerNorm",
            config.layerNormEpsilon());
    return Layers.dropout(normalised, config.dropout(), training);
  }

  private NDArray lookUp(NDArray ids, String table) {
    return Layers.lookUp(ids, parameters, prefix + "embeddings." + table + ".weight");
  }

  private NDArray block(NDArray input, NDArray mask, String layer, boolean training) {
    NDArray attended = attend(input, mask, layer + "attention.self.", training);
    NDArray projected =
        Layers.dropout(
            Layers.linear(attended, parameters, layer + "attention.output.dense"),
            config.dropout(),
            training);
    NDArray middle =
        Layers.layerNorm(
            projected.add(input),
            parameters,
            layer + "attention.output.LayerNorm",
            config.layerNormEpsilon());
    NDArray widened =
        Layers.activate(
            Layers.linear(middle, parameters, layer + "intermediate.dense"), config.activation());
    NDArray output =
        Layers.dropout(
            Layers.linear(widened, parameters, layer + "output.dense"), config.dropout(), training);
    return Layers.layerNorm(
        output.add(middle), parameters, layer + "output.LayerNorm", config.layerNormEpsilon());
  }

  private NDArray attend(NDArray input, NDArray mask, String self, boolean training) {
    NDArray query = heads(Layers.linear(input, parameters, self + "query"));
    NDArray key = heads(Layers.linear(input, parameters, self + "key"));
    NDArray value = heads(Layers.linear(input, parameters, self + "value"));
    double width = (double) config.hiddenSize() / config.heads();
    NDArray scores =
        Scalars.times(NDArrays.matMul(query, key.transpose(0, 1, 3, 2)), 1 / Math.sqrt(width));
    NDArray shares =
        Layers.dropout(scores.add(mask).softmax(-1), config.attentionDropout(), training);
    return NDArrays.matMul(shares, value).transpose(0, 2, 1, 3).reshape(input.getShape());
  }

  /** {@code (sequences, tokens, hidden)} to {@code (sequences, heads, tokens, width)}. */
  private NDArray heads(NDArray projected) {
    Shape shape = projected.getShape();
    return projected
        .reshape(shape.get(0), shape.get(1), config.heads(), config.hiddenSize() / config.heads())
        .transpose(0, 2, 1, 3);
  }
}
