package org.hyperlinker.server;

import java.util.concurrent.atomic.AtomicInteger;
import org.hyperlinker.model.encoding.ForwardingModel;
import org.hyperlinker.model.encoding.LinkingModel;

/** A model that counts how many of its kind are open. */
final class CountedModel extends ForwardingModel {

  private final AtomicInteger open;

  CountedModel(LinkingModel model, AtomicInteger open) {
    super(model);
    this.open = open;
    open.incrementAndGet();
  }

  @Override
  public void close() {
    open.decrementAndGet();
    super.close();
  }
}
