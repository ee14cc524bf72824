package org.hyperlinker.training.export;

import java.util.List;
import org.hyperlinker.model.weights.Tensor;

/**
 * The matrix and bias of a linear layer as a graph multiplies by it.
 *
 * @param name of its constants
 * @param inputs rows
 * @param outputs columns
 * @param values row-major {@code (inputs, outputs)}
 */
record Matrix(String name, int inputs, int outputs, float[] values) {

  /** From PyTorch's {@code (outputs, inputs)}. */
  static Matrix ofLinear(String name, Tensor weight) {
    int outputs = Math.toIntExact(weight.shape()[0]);
    int inputs = Math.toIntExact(weight.shape()[1]);
    float[] values = new float[inputs * outputs];
    for (int output = 0; output < outputs; output++) {
      for (int input = 0; input < inputs; input++) {
        values[input * outputs + output] = weight.values()[output * inputs + input];
      }
    }
    return new Matrix(name, inputs, outputs, values);
  }

  /** Matrices of one input side by side. */
  static Matrix beside(String name, List<Matrix> parts) {
    int inputs = parts.getFirst().inputs();
    int outputs = parts.stream().mapToInt(Matrix::outputs).sum();
    float[] values = new float[inputs * outputs];
    int from = 0;
    for (Matrix part : parts) {
      for (int input = 0; input < inputs; input++) {
        System.arraycopy(
            part.values, input * part.outputs, values, input * outputs + from, part.outputs);
      }
      from += part.outputs;
    }
    return new Matrix(name, inputs, outputs, values);
  }

  /** Every number times a factor. */
  Matrix times(double factor) {
    return new Matrix(name, inputs, outputs, Numbers.times(values, factor));
  }
}
