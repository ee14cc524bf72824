package org.hyperlinker.model.directory;

import java.util.Optional;
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
    String baseModel) {

  /** Refuses a q-net that does not fit the type or the width of the items. */
  public DualEncoderConfig {
    if (qNet.isPresent() != (modelType == ModelType.HYPENCODER)) {
      throw new IllegalArgumentException(
          modelType == ModelType.HYPENCODER
              ? "a hypencoder needs converter_kwargs"
              : "a biencoder has no converter_kwargs");
    }
    if (qNet.isPresent() && qNet.get().inputWidth() != bert.hiddenSize()) {
      throw new IllegalArgumentException(
          "vector_dimensions must start with the encoder's hidden_size "
              + bert.hiddenSize()
              + ", found: "
              + qNet.get().vectorDimensions());
    }
  }
}
