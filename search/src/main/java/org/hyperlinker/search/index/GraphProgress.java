package org.hyperlinker.search.index;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.util.InfoStream;

/**
 * Follows Lucene's own log to see how far the graph is: nothing else tells. If a version words it
 * otherwise, the display stands still and nothing else changes. It is also the way to stop: a
 * message that is refused ends the merge.
 */
final class GraphProgress extends InfoStream {

  private static final String COMPONENT = "HNSW";
  private static final Pattern BATCH = Pattern.compile("addVectors \\[(\\d+) (\\d+)\\)");

  private final AtomicLong added = new AtomicLong();
  private volatile boolean stopped;

  /** Nodes that were handed to the graph's builders so far. */
  long added() {
    return added.get();
  }

  /** Ends the building at its next message. */
  void stop() {
    stopped = true;
  }

  @Override
  public void message(String component, String message) {
    if (stopped) {
      throw new CancellationException("the building of the graph was stopped");
    }
    Matcher matcher = BATCH.matcher(message);
    if (component.equals(COMPONENT) && matcher.find()) {
      added.addAndGet(Long.parseLong(matcher.group(2)) - Long.parseLong(matcher.group(1)));
    }
  }

  @Override
  public boolean isEnabled(String component) {
    return component.equals(COMPONENT);
  }

  @Override
  public void close() {}
}
