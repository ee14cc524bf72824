package org.hyperlinker.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What Ctrl-C does: the running service is stopped at its next report of progress by an exception,
 * so that whatever it has half-written is removed on the way out, and one line says what stays.
 *
 * <p>The JVM ends a process that got SIGINT with 130 by itself, once the shutdown hook is through.
 */
public final class Interruption {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicReference<String> remains = new AtomicReference<>("nothing was written");
  private final Thread worker;
  private volatile boolean requested;
  private volatile boolean ended;

  private Interruption(Thread worker) {
    this.worker = worker;
  }

  /** An interruption that nobody can cause, for runs inside another program. */
  public static Interruption none() {
    return new Interruption(null);
  }

  /** Listens to the signals that end a process; the calling thread is the one that works. */
  public static Interruption listening(Console console) {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.await(console), "interruption"));
    return interruption;
  }

  /** Whether it is told by the signals of this process, and not by another program. */
  public boolean listens() {
    return worker != null;
  }

  /** Says what an interrupted run leaves behind, such as the last checkpoint. */
  public void leaves(String description) {
    remains.set(description);
  }

  /**
   * Called at every report of progress.
   *
   * @throws InterruptedRun if the run shall end
   */
  public void check() {
    if (requested) {
      throw new InterruptedRun();
    }
  }

  /** Asks the run to end at its next report of progress. */
  public void request() {
    requested = true;
    if (worker != null) {
      worker.interrupt();
    }
  }

  /** Whether the run shall end; whatever fails from now on is a consequence. */
  public boolean requested() {
    return requested;
  }

  /** Tells the waiting hook that the command is through; {@link #check} has no effect later. */
  public void finish() {
    ended = true;
    finished.countDown();
  }

  private void await(Console console) {
    if (ended) {
      return;
    }
    request();
    try {
      if (finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        console.note("hyperlinker: interrupted; " + remains.get());
      } else {
        console.note("hyperlinker: interrupted while busy; a hidden .partial file may remain");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
