package org.hyperlinker.model.scoring;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The memory that scorers use between the steps of one call. Every thread has its own and keeps it,
 * so that scoring allocates nothing once it has grown to the largest call.
 */
final class Workspace {

  private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

  private MemorySegment panels = MemorySegment.NULL;
  private float[][] scores = {};

  private Workspace() {}

  static Workspace ofThisThread() {
    return OF_THREAD.get();
  }

  /** At least so many bytes, aligned as panels are, with anything in them. */
  MemorySegment panels(long bytes) {
    if (panels.byteSize() < bytes) {
      panels = Arena.ofAuto().allocate(bytes, PackedItems.ALIGNMENT);
    }
    return panels;
  }

  /** At least so many arrays of at least so many numbers, with anything in them. */
  float[][] scores(int queries, int items) {
    if (scores.length < queries || scores[0].length < items) {
      int longest = scores.length == 0 ? PackedItems.BLOCK : scores[0].length;
      scores = new float[Math.max(queries, scores.length)][Math.max(items, longest)];
    }
    return scores;
  }
}
