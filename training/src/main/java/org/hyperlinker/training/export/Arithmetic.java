package org.hyperlinker.training.export;

import org.hyperlinker.model.weights.Tensor;

/** How a graph looks up embeddings and multiplies by constant matrices. One for each graph. */
sealed interface Arithmetic permits FloatArithmetic, HalfArithmetic, Int8Arithmetic {

  /**
   * Rows of a table.
   *
   * @param ids int64 {@code (...)}
   * @param name of the table's constants
   * @param table {@code (rows, width)}
   * @return {@code (..., width)}
   */
  String lookUp(String ids, String name, Tensor table);

  /**
   * A linear layer without bias.
   *
   * @param input {@code (..., inputs)}
   * @return {@code (..., outputs)}
   */
  String multiply(String input, Matrix matrix);
}
