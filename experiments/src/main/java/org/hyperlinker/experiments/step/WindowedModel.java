package org.hyperlinker.experiments.step;

import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.model.encoding.ForwardingModel;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;

/**
 * A model that is asked with another context than it was trained with. Its items, and so its index
 * and fingerprint, stay; so does the number of tokens at which its queries are cut.
 */
final class WindowedModel extends ForwardingModel {

  private final ModelSettings settings;

  /**
   * A model with another window.
   *
   * @param size in the unit of the model's own window
   */
  WindowedModel(LinkingModel model, int size) {
    super(model);
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

  /** Leaves the model open, which belongs to the caller. */
  @Override
  public void close() {}
}
