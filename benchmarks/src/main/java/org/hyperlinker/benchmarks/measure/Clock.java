package org.hyperlinker.benchmarks.measure;

import java.time.Duration;

/** Times things. */
public final class Clock {

  private static final double NANOS_PER_MILLI = 1e6;

  private Clock() {}

  /** Something to be timed. */
  @FunctionalInterface
  public interface Task<E extends Exception> {
    /** Does it. */
    void run() throws E;
  }

  /** Nanoseconds that something takes. */
  public static <E extends Exception> long nanos(Task<E> task) throws E {
    long begun = System.nanoTime();
    task.run();
    return System.nanoTime() - begun;
  }

  /** Milliseconds that something takes. */
  public static <E extends Exception> double millis(Task<E> task) throws E {
    return nanos(task) / NANOS_PER_MILLI;
  }

  /** Repeats something, at least once, until it has been compiled. */
  public static <E extends Exception> void warmUp(Duration atLeast, Task<E> task) throws E {
    long begun = System.nanoTime();
    do {
      task.run();
    } while (System.nanoTime() - begun < atLeast.toNanos());
  }
}
