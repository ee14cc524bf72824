package org.hyperlinker.server.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The place of a system that may be changed while it is in use: who has it leased keeps it, who
 * comes later gets the new one, and the old one is closed by its last user. Safe for many threads.
 */
public final class SystemSlot implements AutoCloseable {

  private final SystemOpener opener;
  private final ReentrantLock changing = new ReentrantLock();
  private SystemPlace place;
  private Held held;

  /**
   * Opens a system.
   *
   * @throws IOException if it cannot be opened
   */
  public SystemSlot(SystemPlace place, SystemOpener opener) throws IOException {
    this.place = place;
    this.opener = opener;
    this.held = new Held(opener.open(place.model(), place.index()));
  }

  /** The name by which requests ask for it, which stays. */
  public String name() {
    return place().name();
  }

  /** Where the system lies that is now served. */
  public synchronized SystemPlace place() {
    return place;
  }

  /** The system that is now served, for a while. */
  public synchronized Lease lease() {
    held.take();
    return new Lease(held);
  }

  /**
   * Opens another system in this one's place; one change after the other. If that fails, this one
   * goes on.
   *
   * @param model its folder; empty for the one that is served when it is this change's turn
   * @param index likewise
   * @throws IOException if the other cannot be opened
   */
  public void change(Optional<Path> model, Optional<Path> index) throws IOException {
    changing.lock();
    try {
      SystemPlace now = place();
      change(new SystemPlace(now.name(), model.orElse(now.model()), index.orElse(now.index())));
    } finally {
      changing.unlock();
    }
  }

  private void change(SystemPlace other) throws IOException {
    Held opened = new Held(opener.open(other.model(), other.index()));
    Held old;
    synchronized (this) {
      old = held;
      held = opened;
      place = other;
    }
    old.release();
  }

  /** Gives the system up, which closes as soon as nobody has it leased. */
  @Override
  public synchronized void close() {
    held.release();
  }

  /** A system and how many hold it: those who lease it, and the slot itself. */
  static final class Held {

    private final ServedSystem system;
    private int holders = 1;

    Held(ServedSystem system) {
      this.system = system;
    }

    ServedSystem system() {
      return system;
    }

    synchronized void take() {
      if (holders == 0) {
        throw new IllegalStateException("the system is closed");
      }
      holders++;
    }

    void release() {
      boolean last;
      synchronized (this) {
        holders--;
        last = holders == 0;
      }
      if (last) {
        system.close();
      }
    }
  }
}
