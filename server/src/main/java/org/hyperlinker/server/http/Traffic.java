package org.hyperlinker.server.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hyperlinker.server.problem.Problem;

/** The requests that are being answered, and whether more may come. Safe for many threads. */
public final class Traffic {

  private final AtomicLong open = new AtomicLong();
  private volatile boolean stopped;

  /** How many requests are being answered. */
  public AtomicLong open() {
    return open;
  }

  /** Whether requests are taken. */
  public boolean flows() {
    return !stopped;
  }

  /**
   * A request comes in.
   *
   * @throws Problem if no more are taken
   */
  void enter() {
    open.incrementAndGet();
    if (stopped) {
      leave();
      throw new Problem(Problem.Kind.STOPPING, "the server ends; ask another, or again later");
    }
  }

  void leave() {
    if (open.decrementAndGet() == 0 && stopped) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Takes no more requests and waits for those that are open, but not longer than this. */
  public synchronized void drain(Duration grace) {
    stopped = true;
    long end = System.nanoTime() + grace.toNanos();
    try {
      while (open.get() > 0 && System.nanoTime() < end) {
        TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
