package org.hyperlinker.preparation.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * Closes a stream from which nothing has come for too long, so that the read which waits on it
 * fails.
 */
final class IdleLimit implements AutoCloseable {

  private final Closeable stream;
  private final Duration limit;
  private final Thread watcher;
  private volatile long last = System.nanoTime();
  private volatile boolean exceeded;

  private IdleLimit(Closeable stream, Duration limit) {
    this.stream = stream;
    this.limit = limit;
    this.watcher = Thread.ofVirtual().unstarted(this::watch);
  }

  /** Watches a stream until this is closed. */
  static IdleLimit on(Closeable stream, Duration limit) {
    IdleLimit idle = new IdleLimit(stream, limit);
    idle.watcher.start();
    return idle;
  }

  /** Something came. */
  void progress() {
    last = System.nanoTime();
  }

  /** Whether the stream was closed because nothing came. */
  boolean exceeded() {
    return exceeded;
  }

  @Override
  public void close() {
    watcher.interrupt();
  }

  private void watch() {
    try {
      for (Duration left = limit; left.isPositive(); left = left()) {
        Thread.sleep(left);
      }
      exceeded = true;
      stream.close();
    } catch (InterruptedException e) {
      // Its reader has done with the stream.
    } catch (IOException e) {
      // Its reader fails all the same and asks whether the limit was exceeded.
    }
  }

  private Duration left() {
    return limit.minusNanos(System.nanoTime() - last);
  }
}
