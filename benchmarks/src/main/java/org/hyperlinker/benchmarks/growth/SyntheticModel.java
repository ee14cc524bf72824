package org.hyperlinker.benchmarks.growth;

import java.util.List;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QueryRepresentation;

/** Lets the index builder have synthetic rows: the item text is a row's number. For one thread. */
final class SyntheticModel implements LinkingModel {

  private final RowOrigin.Source rows;
  private final int width;

  SyntheticModel(RowOrigin.Source rows, int width) {
    this.rows = rows;
    this.width = width;
  }

  @Override
  public ModelSettings settings() {
    return ModelSettings.PLAIN;
  }

  @Override
  public String fingerprint() {
    return "synthetic";
  }

  @Override
  public int dimension() {
    return width;
  }

  @Override
  public List<QueryRepresentation> encodeQueries(List<String> texts) {
    throw new UnsupportedOperationException("synthetic rows are asked by queries made elsewhere");
  }

  @Override
  public float[][] encodeItems(List<String> texts) {
    float[][] embeddings = new float[texts.size()][width];
    for (int i = 0; i < embeddings.length; i++) {
      rows.read(Long.parseLong(texts.get(i)), embeddings[i]);
    }
    return embeddings;
  }

  @Override
  public void close() {}
}
