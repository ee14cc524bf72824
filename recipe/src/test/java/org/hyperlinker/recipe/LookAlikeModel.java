package org.hyperlinker.recipe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;

/** A bi-encoder that counts pairs of characters, times a factor; context is not read. */
public final class LookAlikeModel implements LinkingModel {

  private static final int WIDTH = 64;

  private final String fingerprint;
  private final float factor;
  private final ItemTemplate item;
  private int queries;
  private int items;

  /** A model of names alone. */
  public LookAlikeModel(String fingerprint, float factor) {
    this(fingerprint, factor, ItemTemplate.NAME_ONLY);
  }

  /** A model that writes items by a template. */
  public LookAlikeModel(String fingerprint, float factor, ItemTemplate item) {
    this.fingerprint = fingerprint;
    this.factor = factor;
    this.item = item;
  }

  /** Query texts encoded so far. */
  public int queries() {
    return queries;
  }

  /** Item texts encoded so far. */
  public int items() {
    return items;
  }

  @Override
  public ModelSettings settings() {
    return new ModelSettings(
        QueryTemplate.NAME_ONLY, item, 16, 16, Similarity.INNER_PRODUCT, Map.of());
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int dimension() {
    return WIDTH;
  }

  @Override
  public List<QueryRepresentation> encodeQueries(List<String> texts) {
    queries += texts.size();
    return texts.stream()
        .<QueryRepresentation>map(
            text -> {
              float[] vector = embed(text);
              for (int i = 0; i < WIDTH; i++) {
                vector[i] *= factor;
              }
              return new QueryVector(vector, Similarity.INNER_PRODUCT);
            })
        .toList();
  }

  @Override
  public float[][] encodeItems(List<String> texts) {
    items += texts.size();
    return texts.stream().map(LookAlikeModel::embed).toArray(float[][]::new);
  }

  /** Counts of hashed pairs, scaled to length 1. */
  private static float[] embed(String text) {
    int separator = text.indexOf(QueryTemplate.SEPARATOR);
    String name =
        (separator < 0 ? text : text.substring(0, separator)).strip().toLowerCase(Locale.ROOT);
    float[] vector = new float[WIDTH];
    for (int i = 0; i + 1 < name.length(); i++) {
      vector[Math.floorMod(31 * name.charAt(i) + name.charAt(i + 1), WIDTH)]++;
    }
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    for (int i = 0; i < WIDTH && squares > 0; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
