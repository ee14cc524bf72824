package org.hyperlinker.training.export;

import org.hyperlinker.model.onnx.Precision;

/**
 * How the parts of BERT compute.
 *
 * @param embeddings how words are looked up
 * @param contractions the second layer of each feed-forward part
 * @param layers all other linear layers
 */
record BertArithmetic(Arithmetic embeddings, Arithmetic contractions, Arithmetic layers) {

  /**
   * How a graph of this precision computes.
   *
   * @param parts counts for {@link Precision#INT8} only
   */
  static BertArithmetic of(GraphWriter graph, Precision precision, QuantisedParts parts) {
    return new BertArithmetic(
        arithmetic(graph, precision, parts.embeddings()),
        arithmetic(graph, precision, parts.contractions()),
        arithmetic(graph, precision, true));
  }

  /** How one part of such a graph computes, which with 8 bits may be quantised or not. */
  static Arithmetic arithmetic(GraphWriter graph, Precision precision, boolean quantised) {
    return switch (precision) {
      case FP32 -> new FloatArithmetic(graph);
      case INT8 -> quantised ? new Int8Arithmetic(graph) : new HalfArithmetic(graph);
    };
  }
}
