package org.hyperlinker.model.encoding;

import java.util.List;
import org.hyperlinker.model.qnet.QueryRepresentation;

/**
 * A model that asks another for everything; what differs is overridden. As safe for threads as the
 * other. Closing it closes that one.
 */
public abstract class ForwardingModel implements LinkingModel {

  private final LinkingModel model;

  /** A model before another. */
  protected ForwardingModel(LinkingModel model) {
    this.model = model;
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

  @Override
  public List<QueryRepresentation> encodeQueries(List<String> texts) {
    return model.encodeQueries(texts);
  }

  @Override
  public float[][] encodeItems(List<String> texts) {
    return model.encodeItems(texts);
  }

  @Override
  public void close() {
    model.close();
  }
}
