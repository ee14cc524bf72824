package org.hyperlinker.training.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.hyperlinker.model.onnx.Precision;

/** A process that exports the model of its argument and dies after the first graph. */
final class KilledExport {

  static final int CODE = 137;

  private KilledExport() {}

  public static void main(String[] arguments) throws IOException {
    OnnxExport.write(
        Path.of(arguments[0]),
        EnumSet.of(Precision.FP32),
        QuantisedParts.DEFAULT,
        (done, total) -> Runtime.getRuntime().halt(CODE));
  }
}
