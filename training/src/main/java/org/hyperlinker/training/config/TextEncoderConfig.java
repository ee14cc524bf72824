package org.hyperlinker.training.config;

import org.hyperlinker.model.directory.Pooling;

/**
 * An encoder from a text to one vector: every item encoder, and the query encoder of a bi-encoder.
 *
 * @param modelNameOrPath a bundled alias, a model directory, or empty
 * @param freezeTransformer whether the transformer keeps its weights; false by default
 * @param poolingType how hidden states become one vector; {@code cls} by default
 */
public record TextEncoderConfig(
    String modelNameOrPath, boolean freezeTransformer, Pooling poolingType)
    implements EncoderConfig {

  static TextEncoderConfig read(YamlSection section) throws ConfigException {
    TextEncoderConfig config =
        new TextEncoderConfig(
            section.string("model_name_or_path", ""),
            section.bool("freeze_transformer", false),
            section.choice("pooling_type", Pooling.CLS));
    section.finish();
    return config;
  }
}
