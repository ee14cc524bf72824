package org.hyperlinker.model.directory;

import org.hyperlinker.model.qnet.Activation;

/**
 * The sizes of a BERT encoder: its {@code config.json}.
 *
 * @param vocabularySize rows of the word embeddings
 * @param hiddenSize the width of hidden states
 * @param layers how many transformer layers
 * @param heads attention heads; divides {@code hiddenSize}
 * @param intermediateSize the width within the feed-forward part
 * @param maxPositions the longest text in tokens
 * @param typeVocabularySize rows of the token type embeddings, of which only row 0 is used
 * @param layerNormEpsilon usually 1e-12
 * @param activation of the feed-forward part
 * @param dropout the share dropped from hidden states in training, at least 0 and below 1
 * @param attentionDropout the share dropped from attention weights in training, likewise
 * @param padTokenId the word that fills up a batch
 */
public record BertConfig(
    int vocabularySize,
    int hiddenSize,
    int layers,
    int heads,
    int intermediateSize,
    int maxPositions,
    int typeVocabularySize,
    double layerNormEpsilon,
    Activation activation,
    double dropout,
    double attentionDropout,
    int padTokenId) {

  /** Refuses sizes that no BERT can have. */
  public BertConfig {
    positive("vocab_size", vocabularySize);
    positive("hidden_size", hiddenSize);
    positive("num_hidden_layers", layers);
    positive("num_attention_heads", heads);
    positive("intermediate_size", intermediateSize);
    positive("max_position_embeddings", maxPositions);
    positive("type_vocab_size", typeVocabularySize);
    if (hiddenSize % heads != 0) {
      throw new IllegalArgumentException(
          "num_attention_heads must divide hidden_size, found " + heads + " and " + hiddenSize);
    }
    if (!(layerNormEpsilon > 0)) {
      throw new IllegalArgumentException(
          "layer_norm_eps must be positive, found: " + layerNormEpsilon);
    }
    share("hidden_dropout_prob", dropout);
    share("attention_probs_dropout_prob", attentionDropout);
    if (padTokenId < 0 || padTokenId >= vocabularySize) {
      throw new IllegalArgumentException(
          "pad_token_id must be below vocab_size " + vocabularySize + ", found: " + padTokenId);
    }
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be positive, found: " + value);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be at least 0 and below 1, found: " + value);
    }
  }
}
