package org.hyperlinker.search.update;

import java.util.List;
import java.util.function.Consumer;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QueryRepresentation;

/** Another model, which tells of the item texts that it is asked to encode. */
record CountingModel(LinkingModel model, Consumer<List<String>> told) implements LinkingModel {

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
    told.accept(texts);
    return model.encodeItems(texts);
  }

  @Override
  public void close() {
    model.close();
  }
}
