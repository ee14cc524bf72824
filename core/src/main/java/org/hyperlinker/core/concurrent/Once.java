package org.hyperlinker.core.concurrent;

import java.util.function.Supplier;

/**
 * A value that is made at its first use, once, whichever thread comes first; the others wait for
 * it. A making that fails is tried again by the next. Safe for many threads.
 */
public final class Once<T> implements Supplier<T> {

  private final Supplier<? extends T> making;
  private volatile T made;

  /**
   * A value to be.
   *
   * @param making gives the value, never null
   */
  public Once(Supplier<? extends T> making) {
    this.making = making;
  }

  @Override
  public T get() {
    T known = made;
    if (known == null) {
      synchronized (this) {
        if (made == null) {
          made = making.get();
        }
        known = made;
      }
    }
    return known;
  }
}
