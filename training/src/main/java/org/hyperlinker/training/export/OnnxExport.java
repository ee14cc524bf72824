package org.hyperlinker.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.onnx.EncoderRole;
import org.hyperlinker.model.onnx.OnnxGraphs;
import org.hyperlinker.model.onnx.Precision;

/** Writes a model's graphs into its directory. */
public final class OnnxExport {

  private OnnxExport() {}

  /** Told after each written graph. */
  @FunctionalInterface
  public interface Progress {
    /** {@code done} of {@code total} graphs are written. */
    void written(int done, int total);
  }

  /**
   * Exports a model. The folder {@link OnnxGraphs#FOLDER} appears whole or not at all, and an
   * export that was there is replaced.
   *
   * @param precisions which forms to write, at least one
   * @param parts of an 8-bit form; {@link QuantisedParts#DEFAULT} unless for a measurement
   * @return the graphs' files
   * @throws ModelFileException if the model directory is missing or broken
   * @throws IOException if the graphs cannot be written; nothing is left behind
   */
  public static List<Path> write(
      Path modelDirectory, Set<Precision> precisions, QuantisedParts parts, Progress progress)
      throws IOException {
    List<Path> files = new ArrayList<>();
    int total = precisions.size() * EncoderRole.values().length;
    try (ModelDirectory model = ModelDirectory.open(modelDirectory)) {
      EncoderGraphs graphs = new EncoderGraphs(model, parts);
      AtomicFiles.writeDirectory(
          modelDirectory.resolve(OnnxGraphs.FOLDER),
          partial -> {
            for (Precision precision : precisions) {
              for (EncoderRole role : EncoderRole.values()) {
                write(
                    partial.resolve(OnnxGraphs.fileName(role, precision)),
                    graphs.build(role, precision));
                files.add(OnnxGraphs.file(modelDirectory, role, precision));
                progress.written(files.size(), total);
              }
            }
          });
    }
    return files;
  }

  private static void write(Path file, ModelProto graph) throws IOException {
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      graph.writeTo(stream);
    }
  }
}
