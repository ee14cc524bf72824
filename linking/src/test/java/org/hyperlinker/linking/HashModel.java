package org.hyperlinker.linking;

import java.util.List;
import java.util.Random;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;

/** A model whose embeddings follow from the texts' hash codes: equal texts are nearest. */
public record HashModel(String fingerprint, int dimension, ModelSettings settings)
    implements LinkingModel {

  /** A model with plain settings. */
  public HashModel(String fingerprint) {
    this(fingerprint, 24, ModelSettings.PLAIN);
  }

  @Override
  public List<QueryRepresentation> encodeQueries(List<String> texts) {
    return texts.stream()
        .<QueryRepresentation>map(text -> new QueryVector(embed(text), Similarity.COSINE))
        .toList();
  }

  @Override
  public float[][] encodeItems(List<String> texts) {
    return texts.stream().map(this::embed).toArray(float[][]::new);
  }

  private float[] embed(String text) {
    Random random = new Random(text.hashCode());
    float[] embedding = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      embedding[i] = (float) random.nextGaussian();
    }
    return embedding;
  }

  @Override
  public void close() {}
}
