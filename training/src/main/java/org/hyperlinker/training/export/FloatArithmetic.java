package org.hyperlinker.training.export;

import java.util.List;
import org.hyperlinker.model.weights.Tensor;

/** Single precision. */
record FloatArithmetic(GraphWriter graph) implements Arithmetic {

  @Override
  public String lookUp(String ids, String name, Tensor table) {
    String rows = graph.floats(name, table.values(), table.shape());
    return graph.add("Gather", List.of(rows, ids), Attributes.axis(0));
  }

  @Override
  public String multiply(String input, Matrix matrix) {
    String constant =
        graph.floats(matrix.name(), matrix.values(), matrix.inputs(), matrix.outputs());
    return graph.add("MatMul", List.of(input, constant));
  }
}
