package org.hyperlinker.benchmarks.pipeline;

import java.util.List;
import org.hyperlinker.model.encoding.ForwardingModel;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;

/** A model that takes the time of its queries. For one thread. */
final class TimedModel extends ForwardingModel {

  private long nanos;
  private int queries;

  TimedModel(LinkingModel model) {
    super(model);
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
    List<QueryRepresentation> encoded = super.encodeQueries(texts);
    nanos += System.nanoTime() - begun;
    queries += texts.size();
    return encoded;
  }

  /** Leaves the model open, which belongs to the caller. */
  @Override
  public void close() {}
}
