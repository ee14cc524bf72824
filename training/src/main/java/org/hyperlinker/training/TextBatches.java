package org.hyperlinker.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.List;
import java.util.function.BiConsumer;
import org.hyperlinker.model.token.TokenBatches;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.training.network.TokenBatch;

/** Runs texts through libtorch's encoder in batches of like length. */
final class TextBatches {

  private static final TokenBatches BATCHES = new TokenBatches(64, 1 << 15);

  private final Tokenizer tokenizer;
  private final NDManager manager;

  TextBatches(Tokenizer tokenizer, NDManager manager) {
    this.tokenizer = tokenizer;
    this.manager = manager;
  }

  /**
   * Calls {@code sink} with each batch and the places of its texts. What it makes of libtorch's
   * memory is freed when it returns.
   */
  void forEach(List<String> texts, int maxLength, BiConsumer<TokenBatch, List<Integer>> sink) {
    for (TokenBatches.Batch batch : BATCHES.of(tokenizer.encode(texts, maxLength))) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        sink.accept(TokenBatch.pad(manager, batch.sequences(), tokenizer.padId()), batch.places());
      }
    }
  }
}
