package org.hyperlinker.training.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.model.directory.ModelType;

/**
 * The network and its losses: {@code model_config}.
 *
 * @param tokenizer {@code tokenizer_pretrained_model_name_or_path}: a bundled alias or a directory;
 *     by default the tokenizer of {@link #start()}
 * @param query {@code query_encoder_kwargs}; a {@link HyperEncoderConfig} exactly where {@code
 *     type} is a hypencoder
 * @param passage {@code passage_encoder_kwargs}
 * @param losses at least one, without repetition
 * @param checkpointPath a model directory to go on from; its weights replace those of the base
 *     encoder
 * @param type what a query becomes; hypencoder by default
 * @param sharedEncoder whether queries and items share one transformer; false by default
 */
public record ModelConfig(
    Optional<String> tokenizer,
    EncoderConfig query,
    TextEncoderConfig passage,
    List<LossConfig> losses,
    Optional<String> checkpointPath,
    ModelType type,
    boolean sharedEncoder) {

  /** Refuses a model without start weights, without a loss, or with parts that do not fit. */
  public ModelConfig {
    losses = List.copyOf(losses);
    InvalidSetting.require(
        query instanceof HyperEncoderConfig == (type == ModelType.HYPENCODER),
        "query_encoder_kwargs",
        "'query_encoder_kwargs' does not fit 'model_type: " + type.officialName() + "'");
    InvalidSetting.require(
        !losses.isEmpty(),
        "loss_type",
        "'loss_type': expected cross_entropy, margin_mse, multi_similarity or a list of them,"
            + " found none");
    InvalidSetting.require(
        losses.stream().map(LossConfig::getClass).distinct().count() == losses.size(),
        "loss_type",
        "'loss_type': each loss may stand once; use 'scale' to weigh it");
    InvalidSetting.require(
        checkpointPath.isPresent() || !query.modelNameOrPath().isEmpty(),
        "query_encoder_kwargs",
        "give 'query_encoder_kwargs.model_name_or_path' or 'checkpoint_path' to start from");
    InvalidSetting.require(
        checkpointPath.isPresent() || sharedEncoder || !passage.modelNameOrPath().isEmpty(),
        "passage_encoder_kwargs",
        "give 'passage_encoder_kwargs.model_name_or_path', or share the encoder by"
            + " 'shared_encoder: true'");
    InvalidSetting.require(
        !sharedEncoder
            || passage.modelNameOrPath().isEmpty()
            || passage.modelNameOrPath().equals(query.modelNameOrPath()),
        "passage_encoder_kwargs.model_name_or_path",
        "with 'shared_encoder: true' both encoders start from one model, found '"
            + query.modelNameOrPath()
            + "' and '"
            + passage.modelNameOrPath()
            + "'");
  }

  /** What the transformer of the queries starts from: the checkpoint, else the base encoder. */
  public String start() {
    return checkpointPath.orElse(query.modelNameOrPath());
  }

  /** What the transformer of the items starts from; with a shared encoder the same. */
  public String itemStart() {
    return checkpointPath.orElse(
        sharedEncoder ? query.modelNameOrPath() : passage.modelNameOrPath());
  }

  /** Where the tokenizer comes from. */
  public String tokenizerOrStart() {
    return tokenizer.orElse(start());
  }

  /** The hypencoder's query encoder; empty for a bi-encoder. */
  public Optional<HyperEncoderConfig> hyper() {
    return query instanceof HyperEncoderConfig hyper ? Optional.of(hyper) : Optional.empty();
  }

  static ModelConfig read(YamlSection section) throws ConfigException {
    ModelType type = section.choice("model_type", ModelType.HYPENCODER);
    boolean shared = section.bool("shared_encoder", false);
    Optional<String> tokenizer = section.optionalString("tokenizer_pretrained_model_name_or_path");
    Optional<String> checkpoint = section.optionalString("checkpoint_path");
    List<LossConfig> losses = losses(section);
    EncoderConfig query = query(type, section);
    YamlSection passageSection = section.section("passage_encoder_kwargs");
    TextEncoderConfig passage = TextEncoderConfig.read(passageSection);
    if (shared
        && passageSection.has("freeze_transformer")
        && passage.freezeTransformer() != query.freezeTransformer()) {
      throw passageSection.error(
          "freeze_transformer",
          "with 'shared_encoder: true' there is one transformer to freeze or to train, found "
              + query.freezeTransformer()
              + " for queries and "
              + passage.freezeTransformer()
              + " for passages");
    }
    section.finish();
    TextEncoderConfig items =
        shared
            ? new TextEncoderConfig(
                passage.modelNameOrPath(), query.freezeTransformer(), passage.poolingType())
            : passage;
    if (shared) {
      passageSection.settle("freeze_transformer", query.freezeTransformer());
    }
    return section.build(
        () -> new ModelConfig(tokenizer, query, items, losses, checkpoint, type, shared));
  }

  private static EncoderConfig query(ModelType type, YamlSection section) throws ConfigException {
    YamlSection query = section.section("query_encoder_kwargs");
    if (type == ModelType.HYPENCODER) {
      return HyperEncoderConfig.read(query);
    }
    for (String key :
        List.of("converter_kwargs", "base_encoder_output_dim", "embedding_representation")) {
      if (query.has(key)) {
        throw query.error(
            key,
            "a biencoder's query becomes a vector, not a q-net; remove '"
                + key
                + "' or set 'model_type: hypencoder'");
      }
    }
    return TextEncoderConfig.read(query);
  }

  private static List<LossConfig> losses(YamlSection section) throws ConfigException {
    List<YamlValue> kinds = section.words("loss_type");
    List<YamlSection> kwargs = section.sections("loss_kwargs", kinds.size());
    if (kinds.size() != kwargs.size()) {
      throw section.error(
          "loss_kwargs",
          "expected one mapping in 'loss_kwargs' for each 'loss_type', found "
              + kwargs.size()
              + " for "
              + kinds.size());
    }
    List<LossConfig> losses = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      losses.add(LossConfig.read(kinds.get(i).choice(LossConfig.Kind.class), kwargs.get(i)));
    }
    return losses;
  }
}
