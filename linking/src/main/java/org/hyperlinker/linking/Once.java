package org.hyperlinker.linking;

import java.util.concurrent.atomic.AtomicBoolean;

/** Does something the first time that it is asked to, and nothing later. Safe for many threads. */
final class Once implements Runnable {

  private final Runnable action;
  private final AtomicBoolean done = new AtomicBoolean();

  Once(Runnable action) {
    this.action = action;
  }

  @Override
  public void run() {
    if (done.compareAndSet(false, true)) {
      action.run();
    }
  }
}
