package org.hyperlinker.cli;

import java.util.Iterator;
import org.hyperlinker.cli.console.ProgressDisplay;

/**
 * Things of which a display tells how many were taken, where nobody knows how many there are.
 *
 * @param things gone through once
 * @param stage what the display calls it
 * @param progress the display
 */
record Counted<T>(Iterable<T> things, String stage, ProgressDisplay progress)
    implements Iterable<T> {

  @Override
  public Iterator<T> iterator() {
    Iterator<T> all = things.iterator();
    return new Iterator<>() {
      private long taken;

      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public T next() {
        progress.report(stage, taken++, -1);
        return all.next();
      }
    };
  }
}
