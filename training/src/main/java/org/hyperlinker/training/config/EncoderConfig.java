package org.hyperlinker.training.config;

import org.hyperlinker.model.directory.Pooling;

/** One of the two encoders: {@code query_encoder_kwargs} or {@code passage_encoder_kwargs}. */
public sealed interface EncoderConfig permits HyperEncoderConfig, TextEncoderConfig {

  /** A bundled alias, a model directory, or empty where a checkpoint brings the encoder. */
  String modelNameOrPath();

  /** Whether the transformer keeps its pretrained weights. */
  boolean freezeTransformer();

  /** How a text becomes one vector; a hypencoder's query encoder answers {@code CLS}, unused. */
  default Pooling pooling() {
    return switch (this) {
      case HyperEncoderConfig _ -> Pooling.CLS;
      case TextEncoderConfig text -> text.poolingType();
    };
  }
}
