package org.hyperlinker.search.update;

import java.util.List;
import java.util.function.Consumer;
import org.hyperlinker.model.encoding.ForwardingModel;
import org.hyperlinker.model.encoding.LinkingModel;

/** Another model, which tells of the item texts that it is asked to encode. */
final class CountingModel extends ForwardingModel {

  private final Consumer<List<String>> told;

  CountingModel(LinkingModel model, Consumer<List<String>> told) {
    super(model);
    this.told = told;
  }

  @Override
  public float[][] encodeItems(List<String> texts) {
    told.accept(texts);
    return super.encodeItems(texts);
  }
}
