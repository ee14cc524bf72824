package org.hyperlinker.training.export;

import java.util.List;
import org.hyperlinker.model.weights.Tensor;

/**
 * Single precision whose matrices lie in half precision in the file. ONNX Runtime widens them when
 * a session is made, once, so that a run costs what it costs with matrices of single precision.
 * Tables, which a run reads a few rows of, stay as they are.
 */
record HalfArithmetic(GraphWriter graph) implements Arithmetic {

  @Override
  public String lookUp(String ids, String name, Tensor table) {
    return new FloatArithmetic(graph).lookUp(ids, name, table);
  }

  @Override
  public String multiply(String input, Matrix matrix) {
    if (!fits(matrix.values())) {
      return new FloatArithmetic(graph).multiply(input, matrix);
    }
    String stored =
        graph.halves(matrix.name() + ".half", matrix.values(), matrix.inputs(), matrix.outputs());
    String widened = graph.add("Cast", List.of(stored), Attributes.toFloat());
    return graph.add("MatMul", List.of(input, widened));
  }

  /** Half precision ends at 65,504. */
  private static boolean fits(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(Float.float16ToFloat(Float.floatToFloat16(value)))) {
        return false;
      }
    }
    return true;
  }
}
