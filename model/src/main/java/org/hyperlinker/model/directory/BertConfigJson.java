package org.hyperlinker.model.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.json.JsonObject;
import org.hyperlinker.model.qnet.Activation;

/** The {@code config.json} of a BERT encoder, with Hugging Face's keys and defaults. */
final class BertConfigJson {

  private BertConfigJson() {}

  static BertConfig read(JsonObject json) throws ModelFileException {
    if (!json.text("model_type", "bert").equals("bert")) {
      throw json.wrong("model_type", "bert, the only encoder there is here");
    }
    if (!json.text("position_embedding_type", "absolute").equals("absolute")) {
      throw json.wrong("position_embedding_type", "absolute");
    }
    if (json.flag("is_decoder", false)) {
      throw json.wrong("is_decoder", "false");
    }
    Activation activation;
    try {
      activation = Activation.of(json.text("hidden_act", "gelu"));
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(json.file(), "hidden_act", e);
    }
    try {
      return new BertConfig(
          json.whole("vocab_size"),
          json.whole("hidden_size"),
          json.whole("num_hidden_layers"),
          json.whole("num_attention_heads"),
          json.whole("intermediate_size"),
          json.whole("max_position_embeddings", 512),
          json.whole("type_vocab_size", 2),
          json.number("layer_norm_eps", 1e-12),
          activation,
          json.number("hidden_dropout_prob", 0.1),
          json.number("attention_probs_dropout_prob", 0.1),
          json.whole("pad_token_id", 0));
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(json.file(), "impossible BERT", e);
    }
  }

  static Map<String, Object> write(BertConfig bert) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model_type", "bert");
    json.put("vocab_size", bert.vocabularySize());
    json.put("hidden_size", bert.hiddenSize());
    json.put("num_hidden_layers", bert.layers());
    json.put("num_attention_heads", bert.heads());
    json.put("intermediate_size", bert.intermediateSize());
    json.put("max_position_embeddings", bert.maxPositions());
    json.put("type_vocab_size", bert.typeVocabularySize());
    json.put("layer_norm_eps", bert.layerNormEpsilon());
    json.put("hidden_act", bert.activation().officialName());
    json.put("hidden_dropout_prob", bert.dropout());
    json.put("attention_probs_dropout_prob", bert.attentionDropout());
    json.put("pad_token_id", bert.padTokenId());
    return json;
  }
}
