package org.hyperlinker.model.onnx;

import java.util.Arrays;

/**
 * A float output of a graph.
 *
 * @param name as the graph names it
 * @param shape of one sequence's part; a batch's has the number of sequences in front
 * @param floats how many numbers one sequence's part holds
 */
record GraphOutput(String name, long[] shape, int floats) {

  static GraphOutput of(String name, long... shape) {
    return new GraphOutput(
        name, shape, Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact)));
  }

  long[] shapeOf(int sequences) {
    long[] whole = new long[shape.length + 1];
    whole[0] = sequences;
    System.arraycopy(shape, 0, whole, 1, shape.length);
    return whole;
  }
}
