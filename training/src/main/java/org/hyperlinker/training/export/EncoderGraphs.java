package org.hyperlinker.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Map;
import java.util.TreeMap;
import org.hyperlinker.model.directory.DualEncoderConfig;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.onnx.EncoderRole;
import org.hyperlinker.model.onnx.OnnxGraphs;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.model.weights.Weights;

/** The graphs of one model. */
final class EncoderGraphs {

  private final ModelDirectory model;
  private final QuantisedParts parts;

  /**
   * Graphs of a model.
   *
   * @param parts counts for {@link Precision#INT8} only
   */
  EncoderGraphs(ModelDirectory model, QuantisedParts parts) {
    this.model = model;
    this.parts = parts;
  }

  /** Builds one graph; it takes as much heap as the weights in it. */
  ModelProto build(EncoderRole role, Precision precision) {
    GraphWriter graph = new GraphWriter(role.officialName() + "_encoder");
    DualEncoderConfig config = model.config();
    Weights weights = model.weights();
    BertGraph bert =
        new BertGraph(
            config.bert(),
            weights,
            prefix(role),
            graph,
            BertArithmetic.of(graph, precision, parts));
    String mask = bert.additiveMask();
    String hidden = bert.hiddenStates(mask);
    if (role == EncoderRole.QUERY && config.qNet().isPresent()) {
      new HyperHeadGraph(
              config.qNet().get(),
              config.bert(),
              weights,
              graph,
              BertArithmetic.arithmetic(graph, precision, parts.hyperHead()))
          .outputs(hidden, mask);
    } else {
      graph.output(OnnxGraphs.VECTOR, vector(role, bert, hidden, graph), config.embeddingWidth());
    }
    return graph.model(metadata(role, precision));
  }

  /** Pooled and projected; the projection, small and last, is in single precision always. */
  private String vector(EncoderRole role, BertGraph bert, String hidden, GraphWriter graph) {
    DualEncoderConfig config = model.config();
    boolean query = role == EncoderRole.QUERY;
    String pooled = bert.pool(hidden, query ? config.queryPooling() : config.itemPooling());
    if (config.embeddingProjection().isEmpty()) {
      return pooled;
    }
    String name = query ? ModelTensors.queryProjection(config) : ModelTensors.ITEM_PROJECTION;
    return new FloatArithmetic(graph)
        .multiply(pooled, Matrix.ofLinear(name, model.weights().tensor(name)));
  }

  /** A shared encoder's file may hold the query's names only. */
  private String prefix(EncoderRole role) {
    return role == EncoderRole.QUERY || model.config().sharedEncoder()
        ? ModelTensors.QUERY_TRANSFORMER
        : ModelTensors.ITEM_TRANSFORMER;
  }

  private Map<String, String> metadata(EncoderRole role, Precision precision) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put(OnnxGraphs.FORMAT_KEY, OnnxGraphs.FORMAT);
    metadata.put(OnnxGraphs.FINGERPRINT_KEY, model.fingerprint());
    metadata.put(OnnxGraphs.ROLE_KEY, role.officialName());
    metadata.put(OnnxGraphs.PRECISION_KEY, precision.officialName());
    return metadata;
  }
}
