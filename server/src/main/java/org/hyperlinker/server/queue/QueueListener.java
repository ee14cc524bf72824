package org.hyperlinker.server.queue;

import java.time.Duration;

/** Told of what the queue does, by the thread that links. */
public interface QueueListener {

  /**
   * A part of the work is done.
   *
   * @param part {@code wait} of one document, or {@code detect}, {@code encode} and {@code search}
   *     of a batch
   */
  void took(String part, Duration time);

  /** Documents were linked together. */
  void batch(int documents);
}
