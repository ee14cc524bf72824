package org.hyperlinker.training.start;

import ai.djl.ndarray.NDManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.training.network.TextEmbedder;

/** What a base encoder makes of a sample of the training texts, computed once when asked for. */
final class SampleEmbeddings {

  private final PretrainedBert base;
  private final List<String> texts;
  private final NDManager manager;
  private final Map<Pooling, float[][]> embeddings = new EnumMap<>(Pooling.class);

  /** Of a base that stays open as long as it is asked. */
  SampleEmbeddings(PretrainedBert base, List<String> texts, NDManager manager) {
    this.base = base;
    this.texts = List.copyOf(texts);
    this.manager = manager;
  }

  /** {@code (texts, hidden)}. */
  float[][] by(Pooling pooling) {
    return embeddings.computeIfAbsent(
        pooling, how -> TextEmbedder.embed(base, how, texts, manager));
  }
}
