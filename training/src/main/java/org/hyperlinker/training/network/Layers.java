package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import org.hyperlinker.model.qnet.Activation;

/** The few layer types that the networks are made of, as functions of their input. */
final class Layers {

  private Layers() {}

  /** {@code x W^T + b} with the weight stored {@code (output, input)}, as PyTorch stores it. */
  static NDArray linear(NDArray input, Parameters parameters, String name) {
    return input
        .getNDArrayInternal()
        .linear(input, parameters.get(name + ".weight"), parameters.get(name + ".bias"))
        .singletonOrThrow();
  }

  /** Rows of a table: {@code (..., width)} for ids {@code (...)}. */
  static NDArray lookUp(NDArray ids, Parameters parameters, String table) {
    return ids.getNDArrayInternal()
        .embedding(ids, parameters.get(table), SparseFormat.DENSE)
        .singletonOrThrow();
  }

  /** Layer normalisation over the last axis with a learned scale and shift. */
  static NDArray layerNorm(NDArray input, Parameters parameters, String name, double epsilon) {
    return layerNorm(
        input, parameters.get(name + ".weight"), parameters.get(name + ".bias"), epsilon);
  }

  /** Layer normalisation over the last axis without learned parameters. */
  static NDArray layerNorm(NDArray input, double epsilon) {
    Shape last = lastAxis(input);
    return layerNorm(input, input.getManager().ones(last), input.getManager().zeros(last), epsilon);
  }

  private static NDArray layerNorm(NDArray input, NDArray scale, NDArray shift, double epsilon) {
    return input
        .getNDArrayInternal()
        .layerNorm(input, lastAxis(input), scale, shift, (float) epsilon)
        .singletonOrThrow();
  }

  private static Shape lastAxis(NDArray input) {
    return new Shape(input.getShape().get(input.getShape().dimension() - 1));
  }

  static NDArray dropout(NDArray input, double probability, boolean training) {
    if (!training || probability == 0) {
      return input;
    }
    NDList dropped = input.getNDArrayInternal().dropout(input, (float) probability, true);
    return dropped.singletonOrThrow();
  }

  static NDArray activate(NDArray input, Activation activation) {
    return switch (activation) {
      case RELU -> input.getNDArrayInternal().relu();
      case TANH -> input.tanh();
      case SIGMOID -> input.getNDArrayInternal().sigmoid();
      case GELU -> input.getNDArrayInternal().gelu();
      case LEAKY_RELU -> input.getNDArrayInternal().leakyRelu(0.01f);
    };
  }
}
