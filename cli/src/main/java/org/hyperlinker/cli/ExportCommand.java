package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.training.export.OnnxExport;
import org.hyperlinker.training.export.QuantisedParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker export}. */
@Command(
    name = "export",
    header = "Write a model's encoders as ONNX graphs, which start and run faster.",
    description = {
      "Writes MODEL/onnx/query_encoder.onnx (tokens in, all weights and biases of the q-net out, or"
          + " a bi-encoder's query vector) and item_encoder.onnx. The other verbs use them from"
          + " then on, unless told otherwise by --runtime.",
      "The graphs remember the model that they were made of and are refused beside other weights;"
          + " export again after a change. An earlier export is replaced, whole or not at all."
    },
    footer = {
      "  hyperlinker export runs/study-hypencoder/model",
      "  hyperlinker export runs/study-hypencoder/model --int8"
    })
final class ExportCommand extends Verb {

  private static final double MEGABYTE = 1e6;

  @Parameters(paramLabel = "MODEL", description = "A trained model's directory.")
  Path model;

  @Option(
      names = "--int8",
      description =
          "Also write *.int8.onnx, whose linear layers multiply 8-bit integers: smaller and faster,"
              + " but less exact; measure with evaluate --runtime onnx-int8. A text's numbers then"
              + " depend a little on those encoded with it.")
  boolean int8;

  ExportCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    Set<Precision> precisions = int8 ? EnumSet.allOf(Precision.class) : EnumSet.of(Precision.FP32);
    List<Path> files;
    try (ProgressDisplay progress = session.progress()) {
      files =
          OnnxExport.write(
              model,
              precisions,
              QuantisedParts.DEFAULT,
              (done, total) -> progress.report("export", done, total));
    }
    for (Path file : files) {
      say("%s: %.1f MB", file, Files.size(file) / MEGABYTE);
    }
  }
}
