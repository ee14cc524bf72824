package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.DualEncoderConfig;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.model.weights.Weights;

/**
 * A query encoder and an item encoder that read texts with one transformer or two. With a q-net
 * configuration it is a hypencoder, without one a bi-encoder.
 *
 * <p>Mean pooling divides the sum over real tokens; the official code adds the padding positions to
 * the sum as well. Not safe for many threads while training; inference is.
 */
public final class DualEncoder implements AutoCloseable {

  private static final String QUERY = "query_encoder.";
  private static final String QUERY_TRANSFORMER = QUERY + "transformer.";
  private static final String ITEM_TRANSFORMER = "passage_encoder.transformer.";

  private final DualEncoderConfig config;
  private final Similarity similarity;
  private final Parameters parameters;
  private final BertEncoder queryTransformer;
  private final BertEncoder itemTransformer;

  /**
   * A network with these weights.
   *
   * @param weights official names; with a shared encoder either prefix of the transformer suffices
   * @param bert the transformer's sizes and dropout, which training may override
   */
  public DualEncoder(
      DualEncoderConfig config,
      BertConfig bert,
      Similarity similarity,
      Weights weights,
      NDManager manager) {
    this.config = config;
    this.similarity = similarity;
    this.parameters = new Parameters(manager);
    for (String name : weights.names()) {
      String kept = canonical(name);
      if (isUsed(name) && !parameters.names().contains(kept)) {
        parameters.add(kept, new Tensor(weights.shape(name), weights.floats(name)));
      }
    }
    for (String name : parameters.names()) {
      boolean query = name.startsWith(QUERY_TRANSFORMER);
      boolean item = name.startsWith(ITEM_TRANSFORMER) || (query && config.sharedEncoder());
      if ((query && config.freezeQuery()) || (item && config.freezeItem())) {
        parameters.freeze(name);
      }
    }
    this.queryTransformer = new BertEncoder(bert, parameters, QUERY_TRANSFORMER);
    this.itemTransformer = new BertEncoder(bert, parameters, canonical(ITEM_TRANSFORMER));
  }

  /** A pooler is in many checkpoints and in no dual encoder's computation. */
  private static boolean isUsed(String name) {
    return !name.contains(".pooler.") && !name.endsWith("position_ids");
  }

  private String canonical(String name) {
    return config.sharedEncoder() && name.startsWith(ITEM_TRANSFORMER)
        ? QUERY_TRANSFORMER + name.substring(ITEM_TRANSFORMER.length())
        : name;
  }

  /** What the network was made from. */
  public DualEncoderConfig config() {
    return config;
  }

  /** The tensors, by official names. */
  public Parameters parameters() {
    return parameters;
  }

  /** A copy of the numbers, under the official names, shared tensors once (query side). */
  public Map<String, Tensor> tensors() {
    return new LinkedHashMap<>(parameters.tensors());
  }

  /** The query encoder's last hidden states {@code (sequences, tokens, hidden)}. */
  public NDArray hiddenStates(TokenBatch batch, boolean training) {
    return queryTransformer.forward(batch, training);
  }

  /** Turns queries into q-nets or vectors. */
  public QueryBatch encodeQueries(TokenBatch batch, boolean training) {
    NDArray hidden = hiddenStates(batch, training);
    return config
        .qNet()
        .<QueryBatch>map(qNet -> new HyperHead(qNet, parameters, QUERY).forward(hidden, batch))
        .orElseGet(
            () -> {
              NDArray pooled = pool(hidden, batch, config.queryPooling());
              return new VectorBatch(
                  project(pooled, ModelTensors.queryProjection(config)), similarity);
            });
  }

  /**
   * Turns items into embeddings {@code (items, width)}: pooled, and projected if the model says so.
   * A bi-encoder compares them later by its similarity; q-nets get them as that similarity compares
   * them, for the cosine with length 1.
   */
  public NDArray encodeItems(TokenBatch batch, boolean training) {
    NDArray pooled = pool(itemTransformer.forward(batch, training), batch, config.itemPooling());
    NDArray projected = project(pooled, ModelTensors.ITEM_PROJECTION);
    return config.qNet().isPresent() ? VectorBatch.comparable(projected, similarity) : projected;
  }

  private NDArray project(NDArray pooled, String projection) {
    return config.embeddingProjection().isPresent()
        ? pooled.matMul(parameters.get(projection).transpose())
        : pooled;
  }

  static NDArray pool(NDArray hidden, TokenBatch batch, Pooling pooling) {
    return switch (pooling) {
      case CLS -> hidden.get(":, 0");
      case MEAN ->
          hidden
              .mul(batch.mask().expandDims(2))
              .sum(new int[] {1})
              .div(batch.mask().sum(new int[] {1}, true));
    };
  }

  @Override
  public void close() {
    parameters.close();
  }
}
