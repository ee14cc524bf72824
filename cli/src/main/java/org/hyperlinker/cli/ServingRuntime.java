package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.onnx.OnnxGraphs;
import org.hyperlinker.model.onnx.OnnxModel;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.model.weights.WeightDigests;
import org.hyperlinker.training.TrainedModel;

/** What runs a model's encoders. The only place that decides it. */
enum ServingRuntime {
  /**
   * ONNX Runtime in single precision where the model was exported so, in 8 bits where the model has
   * no weights, libtorch elsewhere.
   */
  AUTO("auto"),
  /** ONNX Runtime in single precision. */
  ONNX("onnx"),
  /** ONNX Runtime with 8-bit linear layers. */
  ONNX_INT8("onnx-int8"),
  /** The network that training uses. */
  LIBTORCH("libtorch");

  private final String officialName;

  ServingRuntime(String officialName) {
    this.officialName = officialName;
  }

  /** The runtime itself, and for {@link #AUTO} the one that it means for this model. */
  ServingRuntime of(Path model) {
    if (this != AUTO) {
      return this;
    }
    if (OnnxGraphs.exist(model, Precision.FP32)) {
      return ONNX;
    }
    return WeightDigests.standIn(model) ? ONNX_INT8 : LIBTORCH;
  }

  /**
   * Opens a model; libtorch is loaded only if it serves.
   *
   * @param threads of the runtime
   * @throws IOException naming what is missing or does not fit, such as an export of other weights
   */
  LinkingModel open(Path model, int threads) throws IOException {
    return switch (of(model)) {
      case ONNX -> OnnxModel.open(model, Precision.FP32, threads);
      case ONNX_INT8 -> OnnxModel.open(model, Precision.INT8, threads);
      case AUTO, LIBTORCH -> TrainedModel.open(model, threads);
    };
  }

  /** As the command line spells it. */
  @Override
  public String toString() {
    return officialName;
  }
}
