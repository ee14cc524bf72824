package org.hyperlinker.server.system;

/**
 * The use of a system, which stays open until all its leases are closed, also if another has taken
 * its place meanwhile. Closing twice is harmless.
 */
public final class Lease implements AutoCloseable {

  private final SystemSlot.Held held;
  private boolean closed;

  Lease(SystemSlot.Held held) {
    this.held = held;
  }

  /** The system. */
  public ServedSystem system() {
    return held.system();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      held.release();
    }
  }
}
