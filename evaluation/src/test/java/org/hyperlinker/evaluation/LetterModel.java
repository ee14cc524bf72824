package org.hyperlinker.evaluation;

import java.util.List;
import java.util.Locale;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;

/**
 * A bi-encoder that counts letters; a constant is taken off every score where asked, so that all
 * scores are negative.
 */
public final class LetterModel implements LinkingModel {

  private static final int LETTERS = 26;

  private final boolean negative;
  private int encoded;

  /** A model whose scores are all negative or none. */
  public LetterModel(boolean negative) {
    this.negative = negative;
  }

  /** How many query texts were encoded so far. */
  public int encoded() {
    return encoded;
  }

  @Override
  public ModelSettings settings() {
    return ModelSettings.PLAIN;
  }

  @Override
  public String fingerprint() {
    return "letters";
  }

  @Override
  public int dimension() {
    return LETTERS + 1;
  }

  @Override
  public List<QueryRepresentation> encodeQueries(List<String> texts) {
    encoded += texts.size();
    return texts.stream()
        .<QueryRepresentation>map(
            text -> {
              float[] values = counts(text);
              values[LETTERS] = negative ? -100 : 0;
              return new QueryVector(values, Similarity.INNER_PRODUCT);
            })
        .toList();
  }

  @Override
  public float[][] encodeItems(List<String> texts) {
    return texts.stream()
        .map(
            text -> {
              float[] values = counts(text);
              values[LETTERS] = 1;
              return values;
            })
        .toArray(float[][]::new);
  }

  /** Letter counts scaled to length 1. */
  private static float[] counts(String text) {
    float[] values = new float[LETTERS + 1];
    text.toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> c >= 'a' && c <= 'z')
        .forEach(c -> values[c - 'a']++);
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    for (int i = 0; i < LETTERS; i++) {
      values[i] = sum == 0 ? 0 : (float) (values[i] / Math.sqrt(sum));
    }
    return values;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
