package org.hyperlinker.server;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;

/**
 * A model whose embeddings follow from the texts' hash codes: equal texts are nearest. A text with
 * the word {@code poison} makes it fail, and it waits at a gate before it encodes queries.
 *
 * @param fingerprint by which versions are told apart
 * @param gate where it waits
 */
record WordModel(String fingerprint, Gate gate) implements LinkingModel {

  private static final int WIDTH = 16;

  /** Holds the model up. */
  @FunctionalInterface
  interface Gate {
    void pass() throws InterruptedException;
  }

  @Override
  public ModelSettings settings() {
    return ModelSettings.PLAIN;
  }

  @Override
  public int dimension() {
    return WIDTH;
  }

  @Override
  public List<QueryRepresentation> encodeQueries(List<String> texts) {
    try {
      gate.pass();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (texts.stream().anyMatch(text -> text.contains("poison"))) {
      throw new IllegalArgumentException("this text cannot be encoded");
    }
    return texts.stream()
        .<QueryRepresentation>map(text -> new QueryVector(embed(text), Similarity.COSINE))
        .toList();
  }

  @Override
  public float[][] encodeItems(List<String> texts) {
    return texts.stream().map(WordModel::embed).toArray(float[][]::new);
  }

  private static float[] embed(String text) {
    Random random = new Random(text.toLowerCase(Locale.ROOT).hashCode());
    float[] embedding = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      embedding[i] = (float) random.nextGaussian();
    }
    return embedding;
  }

  @Override
  public void close() {}
}
