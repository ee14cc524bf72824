package org.hyperlinker.benchmarks.pipeline;

import java.util.List;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QueryRepresentation;

/** A model that takes the time of its queries. For one thread. */
final class TimedModel implements LinkingModel {

  private final LinkingModel model;
  private long nanos;
  private int queries;

  TimedModel(LinkingModel model) {
    this.model = model;
  }

  /** Spent on queries since the last reset. */
  long nanos() {
    return nanos;
  }

  /** Encoded since the last reset. */
  int queries() {
    return queries;
  }

  void reset() {
    nanos = 0;
    queries = 0;
  }

  @Override
  public List<QueryRepresentation> encodeQueries(List<String> texts) {
    long begun = System.nanoTime();
    List<QueryRepresentation> encoded = model.encodeQueries(texts);
    nanos += System.nanoTime() - begun;
    queries += texts.size();
    return encoded;
  }

  @Override
  public float[][] encodeItems(List<String> texts) {
    return model.encodeItems(texts);
  }

  @Override
  public ModelSettings settings() {
    return model.settings();
  }

  @Override
  public String fingerprint() {
    return model.fingerprint();
  }

  @Override
  public int dimension() {
    return model.dimension();
  }

  /** Leaves the model open, which belongs to the caller. */
  @Override
  public void close() {}
}
