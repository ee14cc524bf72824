package org.hyperlinker.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.training.network.TokenBatch;

/** Runs texts through an encoder in batches of like length, so that little is spent on padding. */
final class TextBatches {

  private static final int BATCH = 64;

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
    List<int[]> tokens = tokenizer.encode(texts, maxLength);
    List<Integer> order = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    order.sort(Comparator.comparingInt(place -> tokens.get(place).length));
    for (int from = 0; from < order.size(); from += BATCH) {
      List<Integer> places = order.subList(from, Math.min(order.size(), from + BATCH));
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        sink.accept(
            TokenBatch.pad(manager, places.stream().map(tokens::get).toList(), tokenizer.padId()),
            places);
      }
    }
  }
}
