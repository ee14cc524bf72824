package org.hyperlinker.model.directory;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.model.qnet.QNetConfig;

/** The names and shapes of a model's tensors, official ones but for the projections. */
public final class ModelTensors {

  /** What stands before the names of the query transformer's tensors. */
  public static final String QUERY_TRANSFORMER = "query_encoder.transformer.";

  /**
   * What stands before the names of the item transformer's tensors. A shared encoder's file may
   * leave these out.
   */
  public static final String ITEM_TRANSFORMER = "passage_encoder.transformer.";

  /** The linear layer that brings pooled items to their width: {@code (width, hidden)}. */
  public static final String ITEM_PROJECTION = "passage_encoder.projection.weight";

  /** The same for the queries of a bi-encoder with two transformers. */
  public static final String QUERY_PROJECTION = "query_encoder.projection.weight";

  private ModelTensors() {}

  /** The tensors of a BERT encoder without pooler, as Hugging Face names them. */
  public static SortedMap<String, long[]> of(BertConfig bert) {
    SortedMap<String, long[]> shapes = new TreeMap<>();
    long hidden = bert.hiddenSize();
    long wide = bert.intermediateSize();
    shapes.put("embeddings.word_embeddings.weight", new long[] {bert.vocabularySize(), hidden});
    shapes.put("embeddings.position_embeddings.weight", new long[] {bert.maxPositions(), hidden});
    shapes.put(
        "embeddings.token_type_embeddings.weight", new long[] {bert.typeVocabularySize(), hidden});
    norm(shapes, "embeddings.LayerNorm", hidden);
    for (int layer = 0; layer < bert.layers(); layer++) {
      String name = "encoder.layer." + layer + ".";
      linear(shapes, name + "attention.self.query", hidden, hidden);
      linear(shapes, name + "attention.self.key", hidden, hidden);
      linear(shapes, name + "attention.self.value", hidden, hidden);
      linear(shapes, name + "attention.output.dense", hidden, hidden);
      norm(shapes, name + "attention.output.LayerNorm", hidden);
      linear(shapes, name + "intermediate.dense", wide, hidden);
      linear(shapes, name + "output.dense", hidden, wide);
      norm(shapes, name + "output.LayerNorm", hidden);
    }
    return Collections.unmodifiableSortedMap(shapes);
  }

  /** The tensors of a dual encoder, a shared encoder's under both prefixes. */
  public static SortedMap<String, long[]> of(DualEncoderConfig config) {
    SortedMap<String, long[]> shapes = new TreeMap<>();
    of(config.bert())
        .forEach(
            (name, shape) -> {
              shapes.put(QUERY_TRANSFORMER + name, shape);
              shapes.put(ITEM_TRANSFORMER + name, shape);
            });
    config.qNet().ifPresent(qNet -> hyperHead(shapes, qNet, config.bert().hiddenSize()));
    long[] projection = {config.embeddingWidth(), config.bert().hiddenSize()};
    projections(config).forEach(name -> shapes.put(name, projection));
    return Collections.unmodifiableSortedMap(shapes);
  }

  /** The names of a model's projections: none, the items', or that and the queries'. */
  public static Set<String> projections(DualEncoderConfig config) {
    if (config.embeddingProjection().isEmpty()) {
      return Set.of();
    }
    return config.modelType() == ModelType.HYPENCODER || config.sharedEncoder()
        ? Set.of(ITEM_PROJECTION)
        : Set.of(ITEM_PROJECTION, QUERY_PROJECTION);
  }

  /** The name of a bi-encoder's projection of queries: with a shared encoder that of items. */
  public static String queryProjection(DualEncoderConfig config) {
    return config.sharedEncoder() ? ITEM_PROJECTION : QUERY_PROJECTION;
  }

  /** Weights have an attention query for each output, biases a single one. */
  private static void hyperHead(SortedMap<String, long[]> shapes, QNetConfig qNet, long hidden) {
    String head = "query_encoder.";
    for (int layer = 0; layer < qNet.weightLayers(); layer++) {
      long in = qNet.inputWidth(layer);
      long out = qNet.outputWidth(layer);
      shapes.put(head + "hyper_base_matrices." + layer, new long[] {1, out, in});
      shapes.put(head + "weight_query_embeddings." + layer, new long[] {1, out, in});
      linear(shapes, head + "weight_hyper_projection." + layer, in, in);
      linear(shapes, head + "key_projections." + layer, in, hidden);
      linear(shapes, head + "value_projections." + layer, in, hidden);
    }
    for (int layer = 0; layer < qNet.hiddenLayers(); layer++) {
      long width = qNet.outputWidth(layer);
      int projection = qNet.weightLayers() + layer;
      shapes.put(head + "hyper_base_vectors." + layer, new long[] {1, width});
      shapes.put(head + "bias_query_embeddings." + layer, new long[] {1, 1, width});
      linear(shapes, head + "bias_hyper_projection." + layer, width, width);
      linear(shapes, head + "key_projections." + projection, width, hidden);
      linear(shapes, head + "value_projections." + projection, width, hidden);
    }
  }

  private static void linear(SortedMap<String, long[]> shapes, String name, long out, long in) {
    shapes.put(name + ".weight", new long[] {out, in});
    shapes.put(name + ".bias", new long[] {out});
  }

  private static void norm(SortedMap<String, long[]> shapes, String name, long width) {
    shapes.put(name + ".weight", new long[] {width});
    shapes.put(name + ".bias", new long[] {width});
  }
}
