package org.hyperlinker.core.concurrent;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Something that a thread of its own opens or computes while the caller does other work. Whoever
 * begins it takes the result with {@link #get}, and closes this in any case: a result that was not
 * taken by then is given away, also one that comes later.
 *
 * @param <T> the result, not null
 */
public final class Beside<T> implements AutoCloseable {

  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Consumer<? super T> discard;
  private final Thread thread;
  private boolean taken;
  private boolean closed;

  private Beside(String name, Callable<T> work, Consumer<? super T> discard) {
    this.discard = discard;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> run(work));
  }

  /**
   * Begins.
   *
   * @param name of the thread
   * @param work may throw; it is interrupted if this is closed before it ends
   * @param discard what becomes of a result that nobody takes, such as closing it
   */
  public static <T> Beside<T> begin(String name, Callable<T> work, Consumer<? super T> discard) {
    Beside<T> beside = new Beside<>(name, work, discard);
    beside.thread.start();
    return beside;
  }

  private void run(Callable<T> work) {
    T made;
    try {
      made = work.call();
    } catch (Exception | Error e) {
      result.completeExceptionally(e);
      return;
    }
    boolean unwanted;
    synchronized (this) {
      unwanted = closed;
      result.complete(made);
    }
    if (unwanted) {
      discard.accept(made);
    }
  }

  /**
   * Waits for the result, which then belongs to the caller.
   *
   * @throws IOException what the work threw, or if the calling thread is interrupted; it stays so
   */
  public T get() throws IOException {
    try {
      T made = result.get();
      synchronized (this) {
        taken = true;
      }
      return made;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + thread.getName(), e);
    } catch (ExecutionException e) {
      return rethrown(e.getCause());
    }
  }

  private static <T> T rethrown(Throwable cause) throws IOException {
    switch (cause) {
      case IOException fault -> throw fault;
      case RuntimeException fault -> throw fault;
      case Error fault -> throw fault;
      default -> throw new IllegalStateException(cause);
    }
  }

  /** Gives away what was not taken, and does not wait for it. */
  @Override
  public void close() {
    boolean unwanted;
    synchronized (this) {
      unwanted = !closed && !taken && result.isDone() && !result.isCompletedExceptionally();
      closed = true;
    }
    if (unwanted) {
      discard.accept(result.join());
    } else {
      thread.interrupt();
    }
  }
}
