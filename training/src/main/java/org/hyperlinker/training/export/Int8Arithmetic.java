package org.hyperlinker.training.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.model.weights.Tensor;

/**
 * Products of 8-bit integers. A matrix is rounded once, with one scale for each output; what it
 * multiplies is rounded at run time to unsigned integers with one scale and zero point (ONNX's
 * DynamicQuantizeLinear). An embedding table has one scale for each row.
 *
 * <p>Matrices use {@value #MATRIX_LIMIT} of the 127 steps: processors without VNNI add two products
 * in 16 bits, and 2 x 255 x 63 is the largest sum that fits there. With all steps such a processor
 * would silently clip.
 */
final class Int8Arithmetic implements Arithmetic {

  private static final int MATRIX_LIMIT = 63;
  private static final int TABLE_LIMIT = 127;

  private final GraphWriter graph;
  private final Map<String, List<String>> rounded = new HashMap<>();

  Int8Arithmetic(GraphWriter graph) {
    this.graph = graph;
  }

  @Override
  public String lookUp(String ids, String name, Tensor table) {
    int rows = Math.toIntExact(table.shape()[0]);
    int width = Math.toIntExact(table.shape()[1]);
    byte[] steps = new byte[table.values().length];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      scales[row] = round(table.values(), row * width, 1, width, TABLE_LIMIT, steps);
    }
    String stepRows =
        graph.add(
            "Gather",
            List.of(graph.bytes(name + ".int8", steps, rows, width), ids),
            Attributes.axis(0));
    String scaleRows =
        graph.add(
            "Gather",
            List.of(graph.floats(name + ".scale", scales, rows, 1), ids),
            Attributes.axis(0));
    String asFloats = graph.add("Cast", List.of(stepRows), Attributes.toFloat());
    return graph.add("Mul", List.of(asFloats, scaleRows));
  }

  @Override
  public String multiply(String input, Matrix matrix) {
    byte[] steps = new byte[matrix.values().length];
    float[] scales = new float[matrix.outputs()];
    for (int output = 0; output < scales.length; output++) {
      scales[output] =
          round(matrix.values(), output, matrix.outputs(), matrix.inputs(), MATRIX_LIMIT, steps);
    }
    String constant =
        graph.bytes(matrix.name() + ".int8", steps, matrix.inputs(), matrix.outputs());
    List<String> activation =
        rounded.computeIfAbsent(
            input, name -> graph.add("DynamicQuantizeLinear", 3, List.of(name)));
    String sums =
        graph.add("MatMulInteger", List.of(activation.get(0), constant, activation.get(2)));
    String scale =
        graph.add(
            "Mul",
            List.of(
                activation.get(1),
                graph.floats(matrix.name() + ".scale", scales, matrix.outputs())));
    return graph.add("Mul", List.of(graph.add("Cast", List.of(sums), Attributes.toFloat()), scale));
  }

  /**
   * Rounds the values {@code from}, {@code from + stride} and so on to steps from -limit to limit.
   *
   * @return the length of a step; 0 where all values are 0
   */
  private static float round(
      float[] values, int from, int stride, int count, int limit, byte[] steps) {
    float largest = 0;
    for (int at = 0; at < count; at++) {
      largest = Math.max(largest, Math.abs(values[from + at * stride]));
    }
    float step = largest / limit;
    for (int at = 0; at < count && step > 0; at++) {
      int place = from + at * stride;
      steps[place] = (byte) Math.clamp(Math.round(values[place] / step), -limit, limit);
    }
    return step;
  }
}
