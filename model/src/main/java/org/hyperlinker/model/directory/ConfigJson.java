package org.hyperlinker.model.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.json.JsonObject;
import org.hyperlinker.model.json.JsonText;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.weights.Weights;

/**
 * The {@code config.json} of a dual encoder: the official keys, {@code transformer_config} with the
 * sizes of the transformer, which the official file leaves to the base model's, and {@code
 * embedding_projection} where there is a projection.
 */
final class ConfigJson {

  static final String FILE = "config.json";

  private static final String PROJECTION = "embedding_projection";
  private static final String TRANSFORMER = "transformer_config";
  private static final String QUERY = "query_encoder_kwargs";
  private static final String ITEM = "passage_encoder_kwargs";
  private static final String CONVERTER = "converter_kwargs";
  private static final Set<String> CONVERTER_KEYS =
      Set.of(
          "vector_dimensions",
          "activation_type",
          "do_dropout",
          "dropout_prob",
          "do_layer_norm",
          "do_residual",
          "do_residual_on_last",
          "layer_norm_before_residual");

  private ConfigJson() {}

  /**
   * Reads a configuration.
   *
   * @param weights tell the transformer's sizes where the file does not
   */
  static DualEncoderConfig read(Path directory, Weights weights) throws IOException {
    JsonObject json = JsonObject.read(directory.resolve(FILE));
    if (!json.has(QUERY) || !json.has(ITEM)) {
      throw new ModelFileException(
          json.file(),
          "not a trained model; a plain encoder is a base to train from",
          QUERY + " and " + ITEM,
          json.has(QUERY) || json.has(ITEM) ? "one of them" : "neither");
    }
    JsonObject query = json.object(QUERY);
    JsonObject item = json.object(ITEM);
    Optional<JsonObject> transformer = json.optionalObject(TRANSFORMER);
    BertConfig bert =
        transformer.isPresent()
            ? BertConfigJson.read(transformer.get())
            : BertShapes.infer(directory, weights, ModelTensors.QUERY_TRANSFORMER);
    if (query.whole("base_encoder_output_dim", bert.hiddenSize()) != bert.hiddenSize()) {
      throw query.wrong("base_encoder_output_dim", "the encoder's width " + bert.hiddenSize());
    }
    try {
      ModelType type = type(json, query);
      return new DualEncoderConfig(
          type,
          type == ModelType.HYPENCODER
              ? Optional.of(converter(query.object(CONVERTER)))
              : Optional.empty(),
          pooling(query, "pooling_type").orElse(Pooling.CLS),
          pooling(item, "pooling_type").orElse(Pooling.CLS),
          json.flag("shared_encoder", false),
          bert,
          query.flag("freeze_transformer", false),
          item.flag("freeze_transformer", false),
          pooling(query, "embedding_representation"),
          query.text("model_name_or_path", ""),
          json.has(PROJECTION) ? OptionalInt.of(json.whole(PROJECTION)) : OptionalInt.empty());
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(json.file(), "impossible model", e);
    }
  }

  static String write(DualEncoderConfig config) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("model_name_or_path", config.baseModel());
    query.put("freeze_transformer", config.freezeQuery());
    switch (config.modelType()) {
      case HYPENCODER -> {
        query.put(
            "embedding_representation",
            config.embeddingRepresentation().map(Pooling::officialName).orElse(null));
        query.put("base_encoder_output_dim", config.bert().hiddenSize());
        query.put(CONVERTER, converter(config.qNet().orElseThrow()));
      }
      case BIENCODER -> query.put("pooling_type", config.queryPooling().officialName());
    }
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("model_name_or_path", config.baseModel());
    item.put("pooling_type", config.itemPooling().officialName());
    item.put("freeze_transformer", config.freezeItem());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("architectures", List.of(config.modelType().architecture()));
    json.put("model_type", config.modelType().officialName());
    json.put("query_encoder_type", "");
    json.put(QUERY, query);
    json.put("passage_encoder_type", "");
    json.put(ITEM, item);
    json.put("loss_type", List.of());
    json.put("loss_kwargs", List.of());
    json.put("shared_encoder", config.sharedEncoder());
    config.embeddingProjection().ifPresent(width -> json.put(PROJECTION, width));
    json.put(TRANSFORMER, BertConfigJson.write(config.bert()));
    return JsonText.pretty(json);
  }

  /** The official classes save no model_type of their own; then the architecture tells. */
  private static ModelType type(JsonObject json, JsonObject query) throws ModelFileException {
    String stated = json.text("model_type", "");
    List<String> architectures =
        json.has("architectures") ? json.texts("architectures") : List.of();
    for (ModelType type : ModelType.values()) {
      if (stated.equals(type.officialName())
          || stated.isEmpty() && architectures.contains(type.architecture())) {
        return type;
      }
    }
    if (!stated.isEmpty() || !architectures.isEmpty()) {
      throw json.wrong(
          stated.isEmpty() ? "architectures" : "model_type",
          "hypencoder (HypencoderDualEncoder) or biencoder (TextDualEncoder)");
    }
    return query.has(CONVERTER) ? ModelType.HYPENCODER : ModelType.BIENCODER;
  }

  private static QNetConfig converter(JsonObject json) throws ModelFileException {
    json.refuseOthers(CONVERTER_KEYS);
    List<Integer> dimensions = new ArrayList<>();
    for (long width : json.wholes("vector_dimensions")) {
      dimensions.add(Math.toIntExact(width));
    }
    QNetConfig usual = QNetConfig.of(List.of(1, 1));
    boolean residual = json.flag("do_residual", usual.residual());
    boolean nullMeansResidual = json.keys().contains("do_residual_on_last") && residual;
    return new QNetConfig(
        dimensions,
        Activation.of(json.text("activation_type", usual.activation().officialName())),
        json.flag("do_dropout", usual.dropout()),
        json.number("dropout_prob", usual.dropoutProbability()),
        json.flag("do_layer_norm", usual.layerNorm()),
        residual,
        json.flag("do_residual_on_last", nullMeansResidual),
        json.flag("layer_norm_before_residual", usual.layerNormBeforeResidual()));
  }

  private static Map<String, Object> converter(QNetConfig qNet) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("vector_dimensions", qNet.vectorDimensions());
    json.put("activation_type", qNet.activation().officialName());
    json.put("do_dropout", qNet.dropout());
    json.put("dropout_prob", qNet.dropoutProbability());
    json.put("do_layer_norm", qNet.layerNorm());
    json.put("do_residual", qNet.residual());
    json.put("do_residual_on_last", qNet.residualOnLast());
    json.put("layer_norm_before_residual", qNet.layerNormBeforeResidual());
    return json;
  }

  private static Optional<Pooling> pooling(JsonObject json, String key) throws ModelFileException {
    if (!json.has(key)) {
      return Optional.empty();
    }
    String name = json.text(key);
    Optional<Pooling> pooling =
        Arrays.stream(Pooling.values())
            .filter(known -> known.officialName().equals(name))
            .findFirst();
    if (pooling.isEmpty()) {
      throw json.wrong(key, "cls or mean");
    }
    return pooling;
  }
}
