package org.hyperlinker.training.config;

import java.util.Optional;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * A hypencoder's query encoder.
 *
 * @param modelNameOrPath a bundled alias, a model directory, or empty
 * @param freezeTransformer whether the transformer keeps its weights; false by default
 * @param embeddingRepresentation the pooling of the vector that a query gives beside its q-net;
 *     none by default
 * @param baseEncoderOutputDim the width of the transformer's hidden states; 768 by default
 * @param converter the q-net's shape: {@code converter_kwargs}
 */
public record HyperEncoderConfig(
    String modelNameOrPath,
    boolean freezeTransformer,
    Optional<Pooling> embeddingRepresentation,
    int baseEncoderOutputDim,
    QNetConfig converter)
    implements EncoderConfig {

  /** Refuses a width below 1. */
  public HyperEncoderConfig {
    InvalidSetting.requireAtLeast(1, baseEncoderOutputDim, "base_encoder_output_dim");
  }

  static HyperEncoderConfig read(YamlSection section) throws ConfigException {
    String name = section.string("model_name_or_path", "");
    boolean frozen = section.bool("freeze_transformer", false);
    Optional<Pooling> representation =
        section.optionalChoice("embedding_representation", Pooling.class);
    int width = section.integer("base_encoder_output_dim", 768);
    if (section.has("pooling_type")) {
      throw section.error(
          "pooling_type",
          "a hypencoder's query becomes a q-net and is not pooled; remove 'pooling_type' here or"
              + " set 'model_type: biencoder'");
    }
    QNetConfig converter = converter(section.section("converter_kwargs"));
    section.finish();
    return section.build(
        () -> new HyperEncoderConfig(name, frozen, representation, width, converter));
  }

  private static QNetConfig converter(YamlSection section) throws ConfigException {
    var dimensions = section.requireIntegers("vector_dimensions");
    Activation activation = section.choice("activation_type", Activation.RELU);
    boolean dropout = section.bool("do_dropout", false);
    double probability = section.number("dropout_prob", 0.1);
    boolean layerNorm = section.bool("do_layer_norm", true);
    boolean residual = section.bool("do_residual", true);
    boolean onLast =
        section.isNull("do_residual_on_last")
            ? section.bool("do_residual_on_last", residual)
            : section.bool("do_residual_on_last", false);
    boolean normFirst = section.bool("layer_norm_before_residual", true);
    section.finish();
    return section.build(
        () ->
            new QNetConfig(
                dimensions,
                activation,
                dropout,
                probability,
                layerNorm,
                residual,
                onLast,
                normFirst));
  }
}
