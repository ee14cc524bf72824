package org.hyperlinker.linking;

import java.util.List;
import java.util.function.Consumer;
import org.hyperlinker.model.encoding.ForwardingModel;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;

/** Another model, which tells of the query texts that it is asked to encode. */
final class ListeningModel extends ForwardingModel {

  private final Consumer<List<String>> told;

  ListeningModel(LinkingModel model, Consumer<List<String>> told) {
    super(model);
    this.told = told;
  }

  @Override
  public List<QueryRepresentation> encodeQueries(List<String> texts) {
    told.accept(texts);
    return super.encodeQueries(texts);
  }
}
