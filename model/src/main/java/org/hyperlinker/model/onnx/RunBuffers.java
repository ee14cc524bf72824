package org.hyperlinker.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;

/**
 * The native memory of one run: ONNX Runtime reads inputs from it and writes outputs straight into
 * it, so that an output is copied once, into the array that the caller keeps. Grows to the largest
 * run. For one thread at a time.
 */
final class RunBuffers {

  private final List<GraphOutput> outputs;
  private final FloatBuffer[] results;
  private LongBuffer ids = longs(0);
  private LongBuffer mask = longs(0);

  RunBuffers(List<GraphOutput> outputs) {
    this.outputs = outputs;
    this.results = new FloatBuffer[outputs.size()];
    for (int output = 0; output < results.length; output++) {
      results[output] = floats(0);
    }
  }

  /** Lays out sequences and room for what they become; returns the padded length. */
  int fill(List<int[]> sequences, int padId) {
    int longest = 0;
    for (int[] tokens : sequences) {
      longest = Math.max(longest, tokens.length);
    }
    int size = Math.multiplyExact(sequences.size(), longest);
    if (ids.capacity() < size) {
      ids = longs(size);
      mask = longs(size);
    }
    ids.clear();
    mask.clear();
    for (int[] tokens : sequences) {
      for (int at = 0; at < longest; at++) {
        boolean token = at < tokens.length;
        ids.put(token ? tokens[at] : padId);
        mask.put(token ? 1 : 0);
      }
    }
    ids.flip();
    mask.flip();
    for (int output = 0; output < results.length; output++) {
      int floats = Math.multiplyExact(sequences.size(), outputs.get(output).floats());
      if (results[output].capacity() < floats) {
        results[output] = floats(floats);
      }
      results[output].clear().limit(floats);
    }
    return longest;
  }

  /** {@code (sequences, tokens)}. */
  LongBuffer ids() {
    return ids;
  }

  /** {@code (sequences, tokens)}. */
  LongBuffer mask() {
    return mask;
  }

  /** Where an output's numbers for all sequences go. */
  FloatBuffer output(int output) {
    return results[output];
  }

  /** Copies what the last run wrote: {@code (outputs, sequences, floats)}. */
  float[][][] read(int sequences) {
    float[][][] read = new float[results.length][sequences][];
    for (int output = 0; output < results.length; output++) {
      int floats = outputs.get(output).floats();
      for (int row = 0; row < sequences; row++) {
        read[output][row] = new float[floats];
        results[output].get(row * floats, read[output][row]);
      }
    }
    return read;
  }

  private static LongBuffer longs(int size) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(size, Long.BYTES))
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  private static FloatBuffer floats(int size) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
