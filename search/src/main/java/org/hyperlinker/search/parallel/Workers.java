package org.hyperlinker.search.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A few threads that share numbered tasks; with one thread the caller does everything. */
public final class Workers implements AutoCloseable {

  private final int threads;
  private final ExecutorService helpers;

  /**
   * Workers; whoever made them closes them.
   *
   * @param threads how many work at once, at least 1, the caller of {@link #run} included
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a search needs at least 1 thread, found: " + threads);
    }
    this.threads = threads;
    this.helpers =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1), Thread.ofPlatform().daemon().name("search-", 0).factory());
  }

  /**
   * Runs tasks 0 to {@code count - 1}, each once, and returns when all are done.
   *
   * @throws CancellationException if the calling thread is interrupted; it stays interrupted
   */
  public void run(int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    Runnable loop =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            if (Thread.currentThread().isInterrupted()) {
              throw new CancellationException("the search was interrupted");
            }
            task.accept(i);
          }
        };
    List<Future<?>> running = new ArrayList<>();
    for (int helper = 1; helper < Math.min(threads, count); helper++) {
      running.add(helpers.submit(loop));
    }
    try {
      loop.run();
      for (Future<?> future : running) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the search was interrupted");
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } finally {
      next.set(count);
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException exception -> exception;
      default -> new IllegalStateException(cause);
    };
  }

  @Override
  public void close() {
    helpers.shutdownNow();
  }
}
