package org.hyperlinker.benchmarks.pipeline;

import java.util.List;
import org.hyperlinker.benchmarks.measure.Clock;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.token.Tokenizer;

/**
 * The encoder without hyper-head. The exported query graph contains both; the item encoder is the
 * same network without the head, so it stands for the bare encoder on the query's own tokens.
 *
 * @param model whose item encoder is run
 * @param tokenizer the model's, whose time is taken off
 */
record BareEncoder(LinkingModel model, Tokenizer tokenizer) {

  /** Nanoseconds to turn this text into token ids. */
  long tokenise(String text) {
    return Clock.nanos(() -> tokenizer.encode(List.of(text), model.settings().queryMaxLength()));
  }

  /** Nanoseconds from token ids to an embedding. */
  long forward(String text) {
    long tokens = tokenise(text);
    long whole = Clock.nanos(() -> model.encodeItems(List.of(text)));
    return Math.max(1, whole - tokens);
  }
}
