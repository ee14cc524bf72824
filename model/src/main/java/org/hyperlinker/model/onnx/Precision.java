package org.hyperlinker.model.onnx;

import java.util.Locale;

/** The arithmetic of an exported graph. */
public enum Precision {
  /** Single precision throughout. */
  FP32("onnx"),
  /**
   * Linear layers multiply 8-bit integers: weights rounded at export, one scale for each output,
   * activations rounded at run time, one scale for each tensor. The rest computes in single
   * precision; its matrices lie in half precision in the file.
   */
  INT8("int8.onnx");

  private final String ending;

  Precision(String ending) {
    this.ending = ending;
  }

  /** The name in metadata, such as {@code int8}. */
  public String officialName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String ending() {
    return ending;
  }
}
