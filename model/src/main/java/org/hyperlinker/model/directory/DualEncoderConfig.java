package org.hyperlinker.model.directory;

import java.util.Optional;
import java.util.OptionalInt;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * The architecture of a model: its {@code config.json}.
 *
 * @param modelType what a query becomes
 * @param qNet the q-net's shape; present for a hypencoder only
 * @param queryPooling how a bi-encoder's query becomes a vector; a hypencoder does not use it
 * @param itemPooling how an item becomes a vector
 * @param sharedEncoder whether queries and items share one transformer
 * @param bert the sizes of either transformer
 * @param freezeQuery whether training left the query transformer as it was
 * @param freezeItem whether training left the item transformer as it was
 * @param embeddingRepresentation the pooling of the vector that a hypencoder's query gives beside
 *     the q-net, if any
 * @param baseModel the pretrained encoder that training started from; for information
 * @param embeddingProjection the width to which a linear layer without bias brings pooled
 *     embeddings; empty where they stay as wide as the encoder. Of a hypencoder it acts on items,
 *     of a bi-encoder on queries too
 */
public record DualEncoderConfig(
    ModelType modelType,
    Optional<QNetConfig> qNet,
    Pooling queryPooling,
    Pooling itemPooling,
    boolean sharedEncoder,
    BertConfig bert,
    boolean freezeQuery,
    boolean freezeItem,
    Optional<Pooling> embeddingRepresentation,
    String baseModel,
    OptionalInt embeddingProjection) {

  /** Refuses a q-net or a projection that does not fit the type or the widths. */
  public DualEncoderConfig {
    if (qNet.isPresent() != (modelType == ModelType.HYPENCODER)) {
      throw new IllegalArgumentException(
          modelType == ModelType.HYPENCODER
              ? "a hypencoder needs converter_kwargs"
              : "a biencoder has no converter_kwargs");
    }
    int hidden = bert.hiddenSize();
    int items = embeddingProjection.orElse(hidden);
    if (items < 1 || items > hidden) {
      throw new IllegalArgumentException(
          "embedding_projection must be from 1 to the encoder's hidden_size "
              + hidden
              + ", found: "
              + items);
    }
    if (qNet.isPresent() && qNet.get().inputWidth() != items) {
      throw new IllegalArgumentException(
          "vector_dimensions must start with "
              + (embeddingProjection.isPresent()
                  ? "embedding_projection "
                  : "the encoder's hidden_size ")
              + items
              + ", found: "
              + qNet.get().vectorDimensions());
    }
  }

  /** A model whose embeddings are as wide as the encoder. */
  public DualEncoderConfig(
      ModelType modelType,
      Optional<QNetConfig> qNet,
      Pooling queryPooling,
      Pooling itemPooling,
      boolean sharedEncoder,
      BertConfig bert,
      boolean freezeQuery,
      boolean freezeItem,
      Optional<Pooling> embeddingRepresentation,
      String baseModel) {
    this(
        modelType,
        qNet,
        queryPooling,
        itemPooling,
        sharedEncoder,
        bert,
        freezeQuery,
        freezeItem,
        embeddingRepresentation,
        baseModel,
        OptionalInt.empty());
  }

  /** The same architecture with other parts frozen. */
  public DualEncoderConfig frozen(boolean query, boolean item) {
    return new DualEncoderConfig(
        modelType,
        qNet,
        queryPooling,
        itemPooling,
        sharedEncoder,
        bert,
        query,
        item,
        embeddingRepresentation,
        baseModel,
        embeddingProjection);
  }

  /** The width of the item embeddings, and of a bi-encoder's query vectors. */
  public int embeddingWidth() {
    return embeddingProjection.orElse(bert.hiddenSize());
  }
}
