package org.hyperlinker.cli;

import picocli.CommandLine.Option;

/** {@code --runtime}, which every verb that opens a model shares. */
final class RuntimeOption {

  @Option(
      names = "--runtime",
      paramLabel = "WHICH",
      defaultValue = "auto",
      description =
          "What runs the encoders: onnx, onnx-int8 (both after 'hyperlinker export'), libtorch, or"
              + " auto: onnx if exported, else libtorch. Default: ${DEFAULT-VALUE}.")
  ServingRuntime runtime;
}
