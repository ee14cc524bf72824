package org.hyperlinker.experiments.step;

import java.util.List;
import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QueryRepresentation;

/**
 * A model that is asked with another context than it was trained with. Its items, and so its index
 * and fingerprint, stay; so does the number of tokens at which its queries are cut.
 */
final class WindowedModel implements LinkingModel {

  private final LinkingModel model;
  private final ModelSettings settings;

  /**
   * A model with another window.
   *
   * @param size in the unit of the model's own window
   */
  WindowedModel(LinkingModel model, int size) {
    this.model = model;
    ModelSettings own = model.settings();
    this.settings =
        new ModelSettings(
            new QueryTemplate(new ContextWindow(size, own.query().window().unit())),
            own.item(),
            own.queryMaxLength(),
            own.itemMaxLength(),
            own.similarity(),
            own.provenance());
  }

  @Override
  public ModelSettings settings() {
    return settings;
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

  /** Leaves the model open, which belongs to the caller. */
  @Override
  public void close() {}
}
